import Foundation
import TestSupport
import Testing

/// Expects that a chapter, run in a folder, refuses what it is asked for: it ends with the
/// status and one line, which begins and ends so behind the program's name, prints nothing
/// else, and leaves all files below the folder as they were, and no others.
func expectRefusal(
  _ chapter: String, _ arguments: [String], in folder: TemporaryFolder,
  status: Int32 = 1, _ beginning: String = "", _ end: String = "\n",
  sourceLocation: SourceLocation = #_sourceLocation
) throws {
  let before = try filesBelow(folder.url)
  let run = try ProgramRun(chapter, arguments, in: folder)
  let isAsExpected =
    run.status == status && run.output == ""
    && run.errors.hasPrefix("\(chapter): \(beginning)") && run.errors.hasSuffix(end)
    && run.errors.split(separator: "\n").count == 1
  #expect(
    isAsExpected, "\(run.status) \(run.output) \(run.errors)",
    sourceLocation: sourceLocation)
  #expect(try filesBelow(folder.url) == before, sourceLocation: sourceLocation)
}

/// The files below a folder, by their paths in it, and its folders without bytes.
func filesBelow(_ folder: URL) throws -> [String: Data] {
  let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
  return Dictionary(
    uniqueKeysWithValues: paths.map { path in
      (path, (try? Data(contentsOf: folder.appending(path: path))) ?? Data())
    })
}
