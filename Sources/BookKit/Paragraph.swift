/// What stands within the lines of a paragraph, outside of its code and formulas: the
/// marks of values, links, bold numbers.
struct Paragraph {
  private(set) var marks: [Book.PlacedMark] = []
  private(set) var links: [Book.Link] = []
  private(set) var code: [Book.Code] = []
  private(set) var formulas: [Book.Code] = []
  private(set) var numbers: [Book.Number] = []
  /// Bold numbers that begin an exercise, as in `**2. Two valleys.**`.
  private(set) var exercises: [(line: Int, number: Int)] = []
  private(set) var mistakes: [(line: Int, message: String)] = []

  /// The paragraph's bytes.
  private let text: [UInt8]
  /// The same number of bytes, blank where code, a formula, a mark, or what a mark has
  /// written or a link's target is.
  private var visible: [UInt8]
  /// The offset at which each line begins.
  private let starts: [Int]
  private let firstLine: Int
  /// The bytes of links' texts.
  private var linked: [Range<Int>] = []
  /// The bytes between stars.
  private var bold: [Range<Int>] = []

  /// The lines of a paragraph, the first of which has the index `first`.
  init(lines: [String], first: Int) {
    var text: [UInt8] = []
    var starts: [Int] = []
    for line in lines {
      starts.append(text.count)
      text += Array(line.utf8) + [UInt8(ascii: "\n")]
    }
    (self.text, visible, self.starts, firstLine) = (text, text, starts, first)
  }

  mutating func scan() {
    blankCode()
    refuseHiddenComments()
    var open: Int?
    var brackets: [Int] = []
    var position = 0
    while position < visible.count {
      if visible[position] == UInt8(ascii: "\\") {
        position += 2
      } else if has("<!--", at: position) {
        position = readComment(at: position)
      } else if has("**", at: position) {
        refuseNeighbours(ofStars: position, areClosing: open != nil)
        if let start = open { bold.append(start..<position) }
        open = open == nil ? position + 2 : nil
        position += 2
      } else if has("](", at: position), let start = brackets.popLast() {
        position = readLink(at: position, textAt: start + 1)
      } else {
        if has("[", at: position) { brackets.append(position) }
        if has("]", at: position) { _ = brackets.popLast() }
        refuse(at: position)
        position += 1
      }
    }
    if let open { complain(open - 2, "** is never closed") }
    readBoldNumbers()
    readNumbers()
  }

  // Bytes

  private func has(_ word: StaticString, at position: Int) -> Bool {
    word.withUTF8Buffer { visible[position...].starts(with: $0) }
  }

  private func find(_ word: StaticString, from position: Int) -> Int? {
    (position..<max(position, visible.count)).first { has(word, at: $0) }
  }

  private func string(_ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }

  private func line(of position: Int) -> Int {
    starts.lastIndex { $0 <= position }!
  }

  private mutating func complain(_ position: Int, _ message: String) {
    mistakes.append((firstLine + line(of: position), message))
  }

  private mutating func blank(_ range: Range<Int>) {
    for index in range where text[index] != UInt8(ascii: "\n") {
      visible[index] = UInt8(ascii: " ")
    }
  }

  // Code and formulas

  /// Makes code and formulas blank, so that nothing in them is looked at.
  private mutating func blankCode() {
    var position = 0
    while position < text.count {
      let byte = text[position]
      if byte == UInt8(ascii: "\\") {
        position += 2
      } else if byte == UInt8(ascii: "`") || byte == UInt8(ascii: "$") {
        let length = run(of: byte, at: position)
        guard let end = closing(byte, length, from: position + length) else {
          complain(
            position,
            (byte == UInt8(ascii: "`") ? "code" : "a formula") + " is never closed")
          return
        }
        let words = string(position + length..<end - length)
          .split(whereSeparator: \.isWhitespace)
        let span = Book.Code(
          line: firstLine + line(of: position), text: words.joined(separator: " "))
        if byte == UInt8(ascii: "`") {
          code.append(span)
        } else {
          formulas.append(span)
          refuseNeighbours(of: position..<end)
        }
        blank(position..<end)
        position = end
      } else {
        position += 1
      }
    }
  }

  /// GitHub takes dollars for dollars, not for a formula, that open right behind a word,
  /// Chinese or punctuation, or close right before a letter or a digit.
  private mutating func refuseNeighbours(of formula: Range<Int>) {
    let after = character(at: formula.upperBound)
    if !" |(*".contains(character(before: formula.lowerBound))
      || after.isASCII && (after.isLetter || after.isNumber)
    {
      complain(
        formula.lowerBound,
        "a formula needs a space before its $ and none of a word behind")
    }
  }

  /// Markdown takes stars for stars between punctuation that is bold and a letter that is
  /// not: `**是。**又`.
  private mutating func refuseNeighbours(ofStars position: Int, areClosing: Bool) {
    let around = (character(before: position), character(at: position + 2))
    let (inner, outer) = areClosing ? around : (around.1, around.0)
    if inner.isMark, !outer.isMark, outer != " " {
      complain(position, "** between punctuation and a word needs a space outside")
    }
  }

  /// The last character before the position; a space at the paragraph's ends and those of
  /// its lines.
  private func character(before position: Int) -> Character {
    let bytes = text[max(0, position - 4)..<position]
    let last = String(decoding: bytes, as: UTF8.self).last ?? " "
    return last.isNewline ? " " : last
  }

  /// The character at the position, or a space as above.
  private func character(at position: Int) -> Character {
    let bytes = text[min(position, text.count)...].prefix(4)
    let first = String(decoding: bytes, as: UTF8.self).first ?? " "
    return first.isNewline ? " " : first
  }

  private func run(of byte: UInt8, at position: Int) -> Int {
    text[position...].prefix { $0 == byte }.count
  }

  /// Where a run of exactly so many of the bytes ends.
  private func closing(_ byte: UInt8, _ length: Int, from start: Int) -> Int? {
    var position = start
    while position < text.count {
      let found = run(of: byte, at: position)
      if found == length { return position + found }
      position += max(1, found)
    }
    return nil
  }

  private mutating func refuseHiddenComments() {
    for position in text.indices where text[position...].starts(with: "<!--".utf8) {
      if !has("<!--", at: position) {
        complain(position, "a mark within code or a formula marks nothing")
      }
    }
  }

  // Marks and links

  private mutating func readComment(at position: Int) -> Int {
    guard let end = find("-->", from: position) else {
      complain(position, "<!-- is never closed")
      return visible.count
    }
    let number = bold.popLast()
    blank(position..<end)
    do throws(WorkspaceError) {
      let comment = string(position + 4..<end).trimmed
      let mark = try BookMark(comment)
      guard mark.isNumber else {
        throw WorkspaceError("the mark must stand alone on its line")
      }
      guard let number, number.upperBound + 2 == position,
        string(number).isNumber
      else {
        throw WorkspaceError("the mark must stand right behind a **bold number**")
      }
      blank(number)
      let line = line(of: position)
      let columns = number.lowerBound - starts[line]..<number.upperBound - starts[line]
      marks.append(
        Book.PlacedMark(
          mark: mark, text: comment, line: firstLine + line, subject: .number(columns)))
    } catch {
      complain(position, error.description)
    }
    return end + 3
  }

  private mutating func readLink(at position: Int, textAt start: Int) -> Int {
    let target = visible[(position + 2)...].prefix { !" \n()<>".utf8.contains($0) }
    guard target.endIndex < visible.count, visible[target.endIndex] == UInt8(ascii: ")")
    else {
      complain(position, "expected a link such as [text](target)")
      return position + 2
    }
    links.append(
      Book.Link(
        line: firstLine + line(of: position), text: string(start..<position),
        target: String(decoding: target, as: UTF8.self)))
    linked.append(start..<position)
    blank(position..<target.endIndex)
    return target.endIndex + 1
  }

  /// Refuses what the book does not write.
  private mutating func refuse(at position: Int) {
    let next = visible[position...].dropFirst().first ?? 0
    switch visible[position] {
    case UInt8(ascii: "!") where next == UInt8(ascii: "["):
      complain(position, "expected ![text](path) alone on its line")
    case UInt8(ascii: "]") where next == UInt8(ascii: "["),
      UInt8(ascii: "[") where next == UInt8(ascii: "^"):
      complain(position, "expected a link such as [text](target)")
    case UInt8(ascii: "<")
    where next == UInt8(ascii: "/") || UnicodeScalar(next).properties.isAlphabetic,
      UInt8(ascii: "d") where has("details>", at: position),
      UInt8(ascii: "s") where has("summary>", at: position):
      complain(
        position,
        "expected <details>, <summary>…</summary> or </details> on a line of its own")
    case UInt8(ascii: "-") where has("-->", at: position):
      complain(position, "--> closes nothing")
    case UInt8(ascii: "b") where has("book:", at: position):
      complain(position, "expected a mark such as <!-- book:run -->")
    default: break
    }
  }

  private mutating func readNumbers() {
    for (range, text) in visible.numbers {
      let start = range.lowerBound
      let isName = linked.contains { $0.contains(start) } || hasName(before: start)
      let after = visible[range.upperBound...].drop { $0 == UInt8(ascii: " ") }
      let unit = Self.units.first { after.starts(with: $0.key.utf8) }?.value ?? 1
      numbers.append(
        Book.Number(
          line: firstLine + line(of: start), value: Double(text)! * unit, text: text,
          isName: isName))
    }
  }

  /// Whether a letter stands before the number, or a name within a sentence: `float32`,
  /// `in Swift 6.3`, `for *Keras* 3`.
  private func hasName(before start: Int) -> Bool {
    let before = String(decoding: visible[..<start].suffix(40), as: UTF8.self)
    guard let last = before.last, last.isWhitespace else {
      return before.last.map { $0.isASCII && $0.isLetter } ?? false
    }
    let words = before.split(whereSeparator: \.isWhitespace)
      .map { $0.filter { $0 != "*" } }
    guard let name = words.last, let previous = words.dropLast().last?.last else {
      return false
    }
    return name.count > 1 && name.first!.isUppercase && name.allSatisfy(\.isLetter)
      && (previous == "," || previous.isLowercase)
  }

  /// What a number is counted in, by the word behind it.
  private static let units = ["million": 1e6, "billion": 1e9, "万": 1e4, "亿": 1e8]

  private mutating func readBoldNumbers() {
    for range in bold {
      let text = string(range)
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      if text.isNumber {
        complain(range.lowerBound, "**\(text)** needs a book:value behind it")
      } else if let number = Int(digits), text.dropFirst(digits.count).hasPrefix(". ") {
        exercises.append((firstLine + line(of: range.lowerBound), number))
      }
    }
  }
}

extension Character {
  /// Whether Markdown takes it for punctuation.
  fileprivate var isMark: Bool { isPunctuation || isSymbol }
}

extension String {
  /// Whether the text can be what a value's mark has written.
  var isNumber: Bool {
    ["nan", "inf", "-inf"].contains(self)
      || contains { $0.isASCII && $0.isNumber }
        && allSatisfy { "0123456789.,+-−e%".contains($0) }
  }
}
