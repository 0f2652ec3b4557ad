/// The text of a paragraph. What stands in it is found by its offset.
struct Paragraph {
  /// Its lines, each with an end.
  let text: [Unicode.Scalar]
  /// The same, blank where code, a formula, a mark, what a mark has written, or a link's
  /// target is.
  private(set) var visible: [Unicode.Scalar]
  /// What stands between stars.
  var bold: [Range<Int>] = []
  /// The texts of links.
  var linked: [Range<Int>] = []

  private let firstLine: Int
  /// Where each line begins.
  private let starts: [Int]

  /// Lines of a book, with their indices in it.
  init(_ lines: ArraySlice<String>) {
    var text: [Unicode.Scalar] = []
    var starts: [Int] = []
    for line in lines {
      starts.append(text.count)
      text += Array(line.unicodeScalars) + ["\n"]
    }
    (self.text, visible, self.starts, firstLine) = (
      text, text, starts, lines.startIndex
    )
  }

  /// The index in the book of the line that the offset is in.
  func line(of offset: Int) -> Int {
    firstLine + starts.lastIndex { $0 <= offset }!
  }

  func string(_ range: Range<Int>) -> String { String(scalars: text[range]) }

  /// The UTF-8 bytes of its line that the range is.
  func bytes(_ range: Range<Int>) -> Range<Int> {
    let lineStart = starts.last { $0 <= range.lowerBound }!
    let start = string(lineStart..<range.lowerBound).utf8.count
    return start..<start + string(range).utf8.count
  }

  mutating func blank(_ range: Range<Int>) {
    for offset in range where text[offset] != "\n" { visible[offset] = " " }
  }

  /// Whether the word is visible at the offset.
  func has(_ word: String, at offset: Int) -> Bool {
    visible[offset...].starts(with: word.unicodeScalars)
  }

  /// How often what stands at the offset stands there in a row.
  func run(at offset: Int) -> Int {
    text[offset...].prefix { $0 == text[offset] }.count
  }

  /// Where a run of exactly so many of the signs ends.
  func end(ofRun length: Int, of sign: Unicode.Scalar, from start: Int) -> Int? {
    var offset = start
    while let next = text[offset...].firstIndex(of: sign) {
      offset = next + run(at: next)
      if offset == next + length { return offset }
    }
    return nil
  }

  /// What stands before the offset; a space at a line's beginning.
  func character(before offset: Int) -> Character {
    offset == 0 ? " " : character(at: offset - 1)
  }

  /// What stands at the offset; a space at a line's end.
  func character(at offset: Int) -> Character {
    text[offset] == "\n" ? " " : Character(text[offset])
  }
}

extension String {
  init(scalars: some Sequence<Unicode.Scalar>) {
    self.init(UnicodeScalarView(scalars))
  }

  /// Whether the text can be what a value's mark has written.
  var isNumber: Bool {
    ["nan", "inf", "-inf"].contains(self)
      || contains { $0.isASCII && $0.isNumber }
        && allSatisfy { "0123456789.,+-−e%".contains($0) }
  }
}
