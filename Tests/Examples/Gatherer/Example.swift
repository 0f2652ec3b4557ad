import Foundation

/// An example in a doc comment.
struct Example {
  let path: String
  /// The number of its first line in the file.
  let line: Int
  let lines: [Substring]

  /// The examples of a source file.
  static func all(in source: String, path: String) -> [Example] {
    var examples: [Example] = []
    var lines: [Substring] = []
    var isFenced = false
    let all = source.split(separator: "\n", omittingEmptySubsequences: false)
    for (index, line) in all.enumerated() {
      let text = line.drop { $0 == " " }
      if text.hasPrefix("/// ```") { isFenced.toggle() }
      if !isFenced, text.hasPrefix("///     ") || !lines.isEmpty && text == "///" {
        lines.append(text.dropFirst(8))
      } else if !lines.isEmpty {
        let first = index + 1 - lines.count
        examples.append(Example(path: path, line: first, lines: lines))
        lines = []
      }
    }
    return examples
  }

  /// Where it stands.
  var place: String {
    path.split(separator: "/").suffix(2).joined(separator: "/") + ":\(line)"
  }

  /// The example as a function of the name, line for line, so that faults of its code are
  /// reported where it stands.
  func function(named name: String) -> String {
    var code: [String] = []
    for (index, line) in lines.enumerated() {
      let (statement, comment) = Self.parted(line)
      // What is printed within a loop or a closure is for the reader alone.
      guard let first = values(from: index), !statement.hasPrefix(" ") else {
        code.append(comment == nil || !statement.isEmpty ? String(statement) : "")
        continue
      }
      let isPrinted = statement.hasPrefix("print(")
      let value = isPrinted ? statement.dropFirst(6).dropLast() : statement
      code.append("example.expect(\(value), prints: \(first.debugDescription))")
    }
    return """
      private func \(name)(_ example: Example) throws {
      #sourceLocation(file: \(path.debugDescription), line: \(line))
      \(code.joined(separator: "\n"))
      #sourceLocation()
      }

      """
  }

  /// What stands behind the statement of a line, and alone on the lines below it.
  private func values(from index: Int) -> String? {
    let (statement, comment) = Self.parted(lines[index])
    guard !statement.isEmpty else { return nil }
    let more = lines.dropFirst(index + 1).map(Self.parted)
      .prefix { $0.statement.isEmpty && $0.comment != nil }
    let values = [comment].compactMap { $0 } + more.map { $0.comment! }
    return values.isEmpty ? nil : values.joined(separator: "\n")
  }

  /// The code of a line and the text of the comment behind it.
  private static func parted(
    _ line: Substring
  ) -> (statement: Substring, comment: Substring?) {
    guard let mark = line.range(of: "// ") else { return (line, nil) }
    let end = line[..<mark.lowerBound].lastIndex { $0 != " " }
    return (
      end.map { line[...$0] } ?? "", line[mark.upperBound...]
    )
  }
}
