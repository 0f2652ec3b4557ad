/// What stands within the lines of a paragraph, outside of its code and formulas: the
/// marks of values, links, bold numbers.
extension BookParser {
  mutating func readText(_ range: Range<Int>) {
    paragraph = Paragraph(book.lines[range])
    blankCode()
    var stars: Int?
    var brackets: [Int] = []
    var offset = 0
    while offset < paragraph.visible.count {
      switch paragraph.visible[offset] {
      case "\\":
        offset += 2
      case "<" where paragraph.has("<!--", at: offset):
        offset = readComment(at: offset)
      case "*" where paragraph.has("**", at: offset):
        refuseNeighbours(ofStars: offset, areClosing: stars != nil)
        if let start = stars { paragraph.bold.append(start..<offset) }
        stars = stars == nil ? offset + 2 : nil
        offset += 2
      case "]" where paragraph.has("](", at: offset) && !brackets.isEmpty:
        offset = readLink(at: offset, textAt: brackets.removeLast() + 1)
      case let sign:
        if sign == "[" { brackets.append(offset) }
        if sign == "]" { _ = brackets.popLast() }
        refuse(sign, at: offset)
        offset += 1
      }
    }
    if let stars { complain(stars - 2, "** is never closed") }
    readBoldNumbers()
    readNumbers()
  }

  private mutating func complain(_ offset: Int, _ message: String) {
    book.complain(paragraph.line(of: offset), message)
  }

  // Code and formulas

  /// Makes code and formulas blank, so that nothing in them is looked at.
  private mutating func blankCode() {
    var offset = 0
    while offset < paragraph.text.count {
      let sign = paragraph.text[offset]
      guard sign == "`" || sign == "$" else {
        offset += sign == "\\" ? 2 : 1
        continue
      }
      let length = paragraph.run(at: offset)
      guard let end = paragraph.end(ofRun: length, of: sign, from: offset + length)
      else {
        complain(offset, "\(sign == "`" ? "code" : "a formula") is never closed")
        return
      }
      let text = paragraph.string(offset + length..<end - length)
      if text.contains("<!--") {
        complain(offset, "a mark within code or a formula marks nothing")
      }
      let span = Book.Code(
        line: paragraph.line(of: offset),
        text: text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
      if sign == "`" {
        book.code.append(span)
      } else {
        book.formulas.append(span)
        refuseNeighbours(ofFormula: offset..<end)
      }
      paragraph.blank(offset..<end)
      offset = end
    }
  }

  /// GitHub takes dollars for dollars, not for a formula, that open right behind a word,
  /// Chinese or punctuation, or close right before a letter or a digit.
  private mutating func refuseNeighbours(ofFormula range: Range<Int>) {
    let after = paragraph.character(at: range.upperBound)
    if !" |(*".contains(paragraph.character(before: range.lowerBound))
      || after.isASCII && (after.isLetter || after.isNumber)
    {
      complain(
        range.lowerBound,
        "a formula needs a space before its $ and none of a word behind")
    }
  }

  /// Markdown takes stars for stars between punctuation that is bold and a letter that is
  /// not: `**是。**又`.
  private mutating func refuseNeighbours(ofStars offset: Int, areClosing: Bool) {
    let before = paragraph.character(before: offset)
    let after = paragraph.character(at: offset + 2)
    let (inner, outer) = areClosing ? (before, after) : (after, before)
    if inner.isMark, !outer.isMark, outer != " " {
      complain(offset, "** between punctuation and a word needs a space outside")
    }
  }

  // Marks and links

  private mutating func readComment(at offset: Int) -> Int {
    let count = paragraph.visible.count
    guard let end = (offset..<count).first(where: { paragraph.has("-->", at: $0) })
    else {
      complain(offset, "<!-- is never closed")
      return count
    }
    let number = paragraph.bold.popLast()
    paragraph.blank(offset..<end)
    do throws(WorkspaceError) {
      let comment = paragraph.string(offset + 4..<end).trimmed
      let mark = try BookMark(comment)
      guard mark.isNumber else {
        throw WorkspaceError("the mark must stand alone on its line")
      }
      guard let number, number.upperBound + 2 == offset,
        paragraph.string(number).isNumber
      else {
        throw WorkspaceError("the mark must stand right behind a **bold number**")
      }
      paragraph.blank(number)
      book.marks.append(
        Book.PlacedMark(
          mark: mark, text: comment, line: paragraph.line(of: offset),
          subject: .number(paragraph.bytes(number))))
    } catch {
      complain(offset, error.description)
    }
    return end + 3
  }

  private mutating func readLink(at offset: Int, textAt start: Int) -> Int {
    let target = paragraph.visible[(offset + 2)...].prefix {
      !" \n()<>".unicodeScalars.contains($0)
    }
    guard paragraph.visible[target.endIndex] == ")" else {
      complain(offset, "expected a link such as [text](target)")
      return offset + 2
    }
    book.links.append(
      Book.Link(
        line: paragraph.line(of: offset), text: paragraph.string(start..<offset),
        target: String(scalars: target)))
    paragraph.linked.append(start..<offset)
    paragraph.blank(offset..<target.endIndex)
    return target.endIndex + 1
  }

  /// Refuses what the book does not write.
  private mutating func refuse(_ sign: Unicode.Scalar, at offset: Int) {
    let next = paragraph.visible[offset...].dropFirst().first ?? " "
    switch sign {
    case "!" where next == "[":
      complain(offset, "expected ![text](path) alone on its line")
    case "]" where next == "[", "[" where next == "^":
      complain(offset, "expected a link such as [text](target)")
    case "<" where next == "/" || next.properties.isAlphabetic,
      "d" where paragraph.has("details>", at: offset),
      "s" where paragraph.has("summary>", at: offset):
      complain(
        offset,
        "expected <details>, <summary>…</summary> or </details> on a line of its own")
    case "-" where paragraph.has("-->", at: offset):
      complain(offset, "--> closes nothing")
    case "b" where paragraph.has("book:", at: offset):
      complain(offset, "expected a mark such as <!-- book:run -->")
    default: break
    }
  }

  // Numbers

  private mutating func readBoldNumbers() {
    for range in paragraph.bold {
      let text = paragraph.string(range)
      let digits = text.prefix { $0.isASCII && $0.isNumber }
      if text.isNumber {
        complain(range.lowerBound, "**\(text)** needs a book:value behind it")
      } else if let number = Int(digits), text.dropFirst(digits.count).hasPrefix(". ") {
        readExercise(number, in: paragraph.line(of: range.lowerBound))
      }
    }
  }

  private mutating func readNumbers() {
    for (range, text) in paragraph.visible.numbers {
      let start = range.lowerBound
      let isLinked = paragraph.linked.contains { $0.contains(start) }
      let after = paragraph.visible[range.upperBound...].drop { $0 == " " }
      let unit = Self.units.first { after.starts(with: $0.key.unicodeScalars) }
      book.numbers.append(
        Book.Number(
          line: paragraph.line(of: start), value: Double(text)! * (unit?.value ?? 1),
          text: text, isName: isLinked || hasName(before: start)))
    }
  }

  /// Whether a letter stands before the number, or a name within a sentence: `float32`,
  /// `in Swift 6.3`, `for *Keras* 3`.
  private func hasName(before start: Int) -> Bool {
    let before = String(scalars: paragraph.visible[..<start].suffix(40))
    guard let last = before.last, last.isWhitespace else {
      return before.last.map { $0.isASCII && $0.isLetter } ?? false
    }
    let words = before.filter { $0 != "*" }.split(whereSeparator: \.isWhitespace)
    guard let name = words.last, let previous = words.dropLast().last?.last else {
      return false
    }
    return name.count > 1 && name.first!.isUppercase && name.allSatisfy(\.isLetter)
      && (previous == "," || previous.isLowercase)
  }

  /// What a number is counted in, by the word behind it.
  private static let units = ["million": 1e6, "billion": 1e9, "万": 1e4, "亿": 1e8]
}

extension Character {
  /// Whether Markdown takes it for punctuation.
  fileprivate var isMark: Bool { isPunctuation || isSymbol }
}
