/// One book, brought up to date in memory and looked at from all sides.
public struct Inspection {
  /// The book as it was and as it ought to be.
  public let refresh: Refresh
  /// What is wrong with links, with pictures, and with what the book leaves out. The
  /// book can be refreshed all the same.
  public let problems: [Problem]

  /// Inspects the books of the workspace.
  public static func all(in workspace: Workspace) throws -> [Inspection] {
    guard workspace.exists("Output/") else {
      throw WorkspaceError("there is no folder Output: swift run book --run writes it")
    }
    let files = FileCache(workspace)
    return try workspace.books().map { try Inspection($0, from: files) }
  }

  private init(_ path: String, from files: FileCache) throws {
    refresh = try Refresh(path, from: files)
    problems =
      LinkCheck(refresh.book, in: files.workspace).problems
      + (try CoverageCheck(refresh, from: files).problems())
  }
}
