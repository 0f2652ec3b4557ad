import Files

/// The lines of a text file, and what is wrong with its bytes. Of each kind of mistake
/// the first line is named.
struct TextFile: Sendable {
  /// The file's path in the package.
  let path: String
  /// The lines without their ends; a byte that is no text is U+FFFD.
  private(set) var lines: [String] = []
  /// What is wrong: a byte-order mark, CR LF, NUL, what is no UTF-8, a last line that
  /// does not end.
  private(set) var problems: [Problem] = []

  init(path: String, bytes: [UInt8]) {
    self.path = path
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let isMarked = bytes.starts(with: byteOrderMark)
    if isMarked { complain(1, "expected text, found a byte-order mark before it") }
    let pieces = bytes.dropFirst(isMarked ? 3 : 0)
      .split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    var seen: Set<String> = []
    for (index, piece) in pieces.enumerated() {
      var line = piece
      var mistakes: [String] = []
      if line.last == UInt8(ascii: "\r") {
        line.removeLast()
        mistakes.append("expected a line that ends in LF, found CR LF")
      }
      if line.contains(0) { mistakes.append("expected text, found a NUL byte") }
      let text = String(validating: line, as: UTF8.self)
      if text == nil { mistakes.append(Self.notUTF8) }
      for mistake in mistakes where seen.insert(mistake).inserted {
        complain(index + 1, mistake)
      }
      lines.append(text ?? String(decoding: line, as: UTF8.self))
    }
    // What is no text has no other mistakes.
    if let problem = problems.first(where: { $0.message == Self.notUTF8 }) {
      problems = [problem]
    }
    // What follows the last line's end is no line.
    if lines.last == "" {
      lines.removeLast()
    } else if problems.first?.message != Self.notUTF8 {
      complain(lines.count, "expected a line end at the end of the file, found none")
    }
  }

  private static let notUTF8 = "expected UTF-8 text, found other bytes"

  private mutating func complain(_ line: Int, _ message: String) {
    problems.append(Problem(path, line, message))
  }
}

extension StringProtocol {
  /// Whether there is nothing to see.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The text without the white space around it.
  var trimmed: String {
    let text = drop(while: \.isWhitespace)
    return String(
      text.prefix(text.count - text.reversed().prefix(while: \.isWhitespace).count))
  }

  /// Whether GitHub would take the line for the beginning or the end of a fence.
  var isFence: Bool { indentation < 4 && dropFirst(indentation).hasPrefix("```") }

  /// How many columns of a terminal it takes.
  var columns: Int { reduce(0) { $0 + ($1.isWide ? 2 : 1) } }

  /// How many spaces it begins with.
  var indentation: Int { prefix { $0 == " " }.count }
}

extension Character {
  /// Whether it is of Chinese or Japanese, or punctuation of theirs, which take two columns
  /// of a terminal and no space beside them.
  var isWide: Bool {
    unicodeScalars.first.map {
      (0x2E80...0xA4CF).contains($0.value) || (0xF900...0xFAFF).contains($0.value)
        || (0xFF00...0xFF60).contains($0.value)
        || (0x20000...0x3FFFD).contains($0.value)
    }!
  }
}
