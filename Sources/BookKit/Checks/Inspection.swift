/// One book, brought up to date in memory and looked at from all sides.
public struct Inspection {
  /// The book as it was and as it ought to be.
  public let refresh: Refresh
  /// What is wrong with links, with pictures, and with what the book leaves out. The
  /// book can be refreshed all the same.
  public let problems: [Problem]

  /// Inspects a book of the workspace.
  public static func all(in workspace: Workspace) throws -> [Inspection] {
    let library = Library(workspace)
    return try workspace.books().map { try Inspection($0, from: library) }
  }

  init(_ path: String, from library: Library) throws {
    refresh = try Refresh(path, from: library)
    problems =
      LinkCheck(refresh.book, in: library.workspace).problems
      + (try Totality(refresh, from: library).problems())
  }
}
