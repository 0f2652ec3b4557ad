import Foundation

/// A log, and the names that its chapter gave to lines and numbers, from the
/// `regions.json` beside it.
struct Log: Sendable {
  /// Its lines without their ends.
  let lines: [String]
  /// The named regions: first and last line, counted from 1.
  let regions: [String: ClosedRange<Int>]
  /// The named numbers.
  let values: [String: Double]

  /// The path of the file of names beside a log.
  static func namesPath(beside path: String) -> String {
    path.split(separator: "/").dropLast().joined(separator: "/") + "/regions.json"
  }

  /// Reads a log and, where it stands by, the file of names.
  init(_ path: String, in workspace: Workspace) throws(WorkspaceError) {
    let lines = Line.all(of: try workspace.text(path)).map(\.text)
    self.lines = lines
    let namesPath = Self.namesPath(beside: path)
    guard path.hasSuffix("/log.txt"), workspace.exists(namesPath) else {
      (regions, values) = ([:], [:])
      return
    }
    let text = try workspace.text(namesPath)
    let names: Names
    do {
      names = try JSONDecoder().decode(Names.self, from: Data(text.utf8))
    } catch {
      throw WorkspaceError(
        "\(namesPath): expected {\"regions\": {NAME: [first, last]}, "
          + "\"values\": {NAME: number}}, found something else")
    }
    var regions: [String: ClosedRange<Int>] = [:]
    for (name, ends) in names.regions {
      guard ends.count == 2, 1 <= ends[0], ends[0] <= ends[1], ends[1] <= lines.count
      else {
        throw WorkspaceError(
          "\(namesPath): region \(name) is \(ends), which are no lines of the "
            + "\(lines.count) of the log")
      }
      regions[name] = ends[0]...ends[1]
    }
    self.regions = regions
    values = names.values.mapValues(\.number)
  }

  /// The file's form.
  private struct Names: Decodable {
    let regions: [String: [Int]]
    let values: [String: Value]
  }

  /// A number; nan and the infinities are texts, which JSON has no numbers for.
  private struct Value: Decodable {
    let number: Double

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        guard
          let number = ["nan": .nan, "inf": .infinity, "-inf": -Double.infinity][text]
        else {
          throw DecodingError.dataCorruptedError(
            in: container, debugDescription: "no number")
        }
        self.number = number
      } else {
        number = try container.decode(Double.self)
      }
    }
  }
}
