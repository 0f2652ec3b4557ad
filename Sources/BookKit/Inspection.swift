/// The pages of the workspace, its books and its README.md, brought up to date in memory
/// and looked at from all sides.
public struct Inspection {
  /// Each page as it was and as it ought to be.
  public let pages: [Refresh]
  /// What is wrong with links, commands and pictures, and with what the books leave out.
  /// The pages can be refreshed all the same.
  public let problems: [Problem]

  /// Inspects the workspace, whose commands the programs would run.
  public init(_ workspace: Workspace, _ programs: Programs) throws {
    guard workspace.exists("Output/") else {
      throw WorkspaceError("there is no folder Output: swift run book --run writes it")
    }
    let files = FileCache(workspace, programs)
    let books = try workspace.pages().map { try Refresh($0, from: files) }
    let readmes = try workspace.pages("README").map { try Refresh($0, from: files) }
    pages = books + readmes
    let texts = pages.map(\.book)
    let book = books[0].book
    var others: [Problem] = []
    for var page in texts {
      page.problems = []
      page.checkHeadings()
      page.checkTables()
      page.checkFormulas()
      page.checkLinks(in: workspace)
      // What holds of the first holds of its twins.
      if page.path == book.path {
        page.checkNumbers()
        try page.checkOrder(of: files)
      }
      others += page.problems
    }
    others += try CoverageCheck(book, from: files).problems()
    for twins in [books, readmes] {
      for twin in twins.dropFirst() {
        others += TwinCheck(twins[0].book, twin.book).problems
      }
    }
    others += try SpellingCheck(texts.filter(\.language.isEmpty), in: workspace)
      .problems
    others += try CommandCheck(workspace, programs).problems(of: texts)
    // What is known with its line is not told once more without.
    let told = Set((others + pages.flatMap(\.problems)).map(\.file))
    others += try workspace.outputProblems().filter { !told.contains($0.file) }
    problems = others
  }
}
