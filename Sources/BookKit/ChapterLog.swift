import Foundation

/// A log, and the names that its chapter gave to lines and numbers, from the
/// `regions.json` beside it.
struct ChapterLog: Sendable {
  /// Its lines without their ends.
  let lines: [String]
  /// The named regions: first and last line, counted from 1.
  private(set) var regions: [String: ClosedRange<Int>] = [:]
  /// The named numbers.
  private(set) var values: [String: Double] = [:]
  /// The lines of the file of names, by the name that stands there.
  private(set) var nameLines: [String: Int] = [:]
  /// What is wrong with the log or the names: nothing is known of those then.
  private(set) var problems: [Problem]

  /// The path of the file of names beside a log.
  static func namesPath(beside path: String) -> String {
    path.dropLast("log.txt".count) + "regions.json"
  }

  /// Reads a log and, where it stands by, the file of names.
  init(_ path: String, in workspace: Workspace) throws(WorkspaceError) {
    let log = try workspace.text(path)
    (lines, problems) = (log.lines, log.problems)
    let namesPath = Self.namesPath(beside: path)
    guard path.hasSuffix("/log.txt"), workspace.exists(namesPath) else { return }
    let text = try workspace.text(namesPath)
    problems += text.problems
    let decoder = JSONDecoder()
    // JSON has no numbers for these.
    decoder.nonConformingFloatDecodingStrategy = .convertFromString(
      positiveInfinity: "inf", negativeInfinity: "-inf", nan: "nan")
    let data = Data(text.lines.joined(separator: "\n").utf8)
    guard let names = try? decoder.decode(Names.self, from: data) else {
      problems.append(
        Problem(
          namesPath, nil,
          "expected {\"regions\": {NAME: [first, last]}, \"values\": {NAME: number}}, "
            + "found something else"))
      return
    }
    for (name, ends) in names.regions {
      if ends.count == 2, 1 <= ends[0], ends[0] <= ends[1], ends[1] <= lines.count {
        regions[name] = ends[0]...ends[1]
      } else {
        problems.append(
          Problem(
            namesPath, nil,
            "region \(name) is \(ends), which are no lines of the \(lines.count) of the log"
          ))
      }
    }
    values = names.values
    for (number, line) in zip(1..., text.lines) {
      let parts = line.split(separator: "\"")
      if parts.count > 1, parts[0].isBlank { nameLines[String(parts[1])] = number }
    }
  }

  /// The file's form.
  private struct Names: Decodable {
    let regions: [String: [Int]]
    let values: [String: Double]
  }
}
