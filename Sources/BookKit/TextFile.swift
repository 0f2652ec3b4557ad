import Files

/// The lines of a text file, and what is wrong with its bytes. Of each kind of mistake
/// the first line is named.
struct TextFile: Sendable {
  /// The file's path in the package.
  let path: String
  /// The lines without their ends; a byte that is no text is U+FFFD.
  let lines: [String]
  /// What is wrong: a byte-order mark, CR LF, NUL, what is no UTF-8, a last line that
  /// does not end.
  private(set) var problems: [Problem] = []

  init(path: String, bytes: [UInt8]) {
    self.path = path
    let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
    let isMarked = bytes.starts(with: byteOrderMark)
    let text = bytes.dropFirst(isMarked ? 3 : 0)
    let (carriageReturn, newline) = (UInt8(ascii: "\r"), UInt8(ascii: "\n"))
    var pieces = text.split(separator: newline, omittingEmptySubsequences: false)
    // What follows the last line's end is no line.
    if pieces.last == [] { pieces.removeLast() }
    lines = pieces.map { piece in
      String(
        decoding: piece.last == carriageReturn ? piece.dropLast() : piece, as: UTF8.self
      )
    }

    func complain(_ index: Int?, _ message: String) {
      if let index { problems.append(Problem(path, index + 1, message)) }
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      // What is no text has no other mistakes.
      let line = pieces.firstIndex { String(validating: $0, as: UTF8.self) == nil }
      complain(line, "expected UTF-8 text, found other bytes")
      return
    }
    complain(isMarked ? 0 : nil, "expected text, found a byte-order mark before it")
    complain(
      pieces.firstIndex { $0.last == carriageReturn },
      "expected a line that ends in LF, found CR LF")
    complain(pieces.firstIndex { $0.contains(0) }, "expected text, found a NUL byte")
    complain(
      bytes.last == newline || text.isEmpty ? nil : pieces.count - 1,
      "expected a line end at the end of the file, found none")
  }
}

extension StringProtocol {
  /// Whether there is nothing to see.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The text without the white space around it.
  var trimmed: String {
    let text = drop(while: \.isWhitespace)
    return text.lastIndex { !$0.isWhitespace }.map { String(text[...$0]) } ?? ""
  }

  /// How many spaces it begins with.
  var indentation: Int { prefix { $0 == " " }.count }
}

extension Character {
  /// Whether it is of Chinese or Japanese, or punctuation of theirs, which take no space
  /// beside them.
  var isWide: Bool {
    switch unicodeScalars.first!.value {
    case 0x2E80...0xA4CF, 0xF900...0xFAFF, 0xFF00...0xFF60, 0x20000...0x3FFFD: true
    default: false
    }
  }
}
