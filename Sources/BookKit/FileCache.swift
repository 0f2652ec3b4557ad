/// The sources and logs that books name, each read once, and the programs.
final class FileCache {
  let workspace: Workspace
  let programs: Programs
  private var sources: [String: SourceFile] = [:]
  private var logs: [String: ChapterLog] = [:]

  init(_ workspace: Workspace, _ programs: Programs) {
    (self.workspace, self.programs) = (workspace, programs)
  }

  /// The source file of this path.
  func source(_ path: String) throws(WorkspaceError) -> SourceFile {
    if let source = sources[path] { return source }
    let source = SourceFile(try workspace.text(path))
    sources[path] = source
    return source
  }

  /// The log of this path.
  func log(_ path: String) throws(WorkspaceError) -> ChapterLog {
    if let log = logs[path] { return log }
    let log = try ChapterLog(path, in: workspace)
    logs[path] = log
    return log
  }
}
