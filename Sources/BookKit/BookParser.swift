/// Reads a book line by line, as far as its marks, links and pictures need it.
///
/// This is the part of Markdown that the book writes: fences of backticks at the
/// beginning of a line, each with a language; headings of `#`; marks and pictures on
/// lines of their own; `<details>` with its `<summary>`; paragraphs, lists and tables.
/// What GitHub would read as anything else is refused with its line.
struct BookParser {
  private(set) var book: Book
  private var index = 0
  /// The line of the `<details>` that is open.
  private var details: Int?
  /// The mark of the line before.
  private var pendingMark: (mark: BookMark, line: Int)?
  /// The number of the last exercise below this heading.
  private var exercise = 0

  init(_ book: Book) {
    self.book = book
  }

  private var lines: [String] { book.lines }

  mutating func parse() {
    while index < lines.count { readBlock() }
    refusePendingMark()
    if let details { book.complain(details, "<details> is never closed") }
  }

  private mutating func readBlock() {
    let line = lines[index]
    if line.hasPrefix("```") {
      readFence()
      return
    }
    refusePendingMark()
    if line.isEmpty {
      index += 1
    } else if line.hasPrefix("<!--") {
      readMark(line)
    } else if line.hasPrefix("#") {
      readHeading(line)
    } else if line.hasPrefix("![") {
      readPicture(line)
    } else if line.hasPrefix("<") {
      readTag(line)
    } else {
      readParagraph()
    }
  }

  // Fences and their marks

  private mutating func readFence() {
    let opening = index
    let length = lines[opening].prefix { $0 == "`" }.count
    let language = String(lines[opening].dropFirst(length))
    let mark = pendingMark
    pendingMark = nil
    index += 1
    guard Self.languages.contains(language) else {
      let known = Self.languages.sorted().joined(separator: ", ")
      book.complain(
        opening,
        "expected a fence's language (\(known)), found "
          + (language.isEmpty ? "none" : language))
      return
    }
    while index < lines.count {
      let line = lines[index]
      if line.allSatisfy({ $0 == "`" }), line.count >= length {
        let fence = Fence(opening: opening, closing: index, language: language)
        index += 1
        add(fence, mark)
        return
      }
      // Whatever comes next belongs to nobody knows which of the two.
      if line.isFence {
        book.complain(
          opening, "the fence is not closed before that of line \(index + 1)")
        return
      }
      if line.contains("<!-- book:") {
        book.complain(
          opening, "the fence is not closed before the mark of line \(index + 1)")
        return
      }
      index += 1
    }
    book.complain(opening, "the fence is never closed")
  }

  private mutating func add(_ fence: Fence, _ placed: (mark: BookMark, line: Int)?) {
    book.fences.append(fence)
    guard let (mark, line) = placed else {
      if let marks = Self.marks[fence.language], !isBehindMisreadMark(fence) {
        book.complain(
          fence.opening, "a fence of \(fence.language) needs a \(marks) before it")
      }
      return
    }
    let text = lines[line].dropFirst(4).dropLast(3).trimmed
    let placed = Book.PlacedMark(
      mark: mark, text: text, line: line, subject: .fence(fence))
    book.marks.append(placed)
    if let expected = mark.language, expected != fence.language {
      book.complain(
        line,
        "\(placed.name) belongs before a fence of \(expected), found \(fence.language)")
    }
  }

  /// A mark that was misread has been complained of already.
  private func isBehindMisreadMark(_ fence: Fence) -> Bool {
    fence.opening > 0 && lines[fence.opening - 1].hasPrefix("<!--")
  }

  private static let languages: Set = ["math", "python", "sh", "swift", "text"]

  /// What stands before a fence of the language.
  private static let marks = [
    "swift": "book:listing or book:skip", "text": "book:output or book:skip",
    "python": "book:skip", "sh": "book:run or book:skip",
  ]

  private mutating func readMark(_ line: String) {
    let comment = line.dropFirst(4)
    if comment.hasSuffix("-->"), !comment.dropLast(3).contains("-->") {
      do throws(WorkspaceError) {
        let mark = try BookMark(comment.dropLast(3).trimmed)
        if mark.isNumber {
          book.complain(index, "the mark must stand right behind a **bold number**")
        } else {
          pendingMark = (mark, index)
        }
      } catch {
        book.complain(index, error.description)
      }
    } else {
      book.complain(index, "the mark must stand alone on its line")
    }
    index += 1
  }

  private mutating func refusePendingMark() {
    guard let (_, line) = pendingMark else { return }
    book.complain(line, "the mark must stand right before a fence")
    pendingMark = nil
  }

  // Other lines

  private mutating func readHeading(_ line: String) {
    let level = line.prefix { $0 == "#" }.count
    let text = line.dropFirst(level)
    if level <= 6, text.hasPrefix(" "), !text.isBlank, !text.hasSuffix("#") {
      book.headings.append(Book.Heading(line: index, level: level, text: text.trimmed))
      exercise = 0
    } else {
      book.complain(index, "expected a heading such as ## Text, found \(line)")
    }
    read(index..<index + 1)
  }

  private mutating func readPicture(_ line: String) {
    let parts = line.dropFirst(2).dropLast().split(
      separator: "](", omittingEmptySubsequences: false)
    if line.hasSuffix(")"), parts.count == 2,
      !parts[1].contains(where: { " ()<>".contains($0) })
    {
      book.pictures.append(
        Book.Picture(line: index, path: String(parts[1]), alt: String(parts[0])))
    } else {
      book.complain(index, "expected ![text](path) alone on its line")
    }
    index += 1
  }

  /// `<details>`, `<summary>…</summary>`, `</details>`, with the blank lines without which
  /// GitHub shows what is between as HTML.
  private mutating func readTag(_ line: String) {
    func isBlank(_ index: Int) -> Bool {
      !lines.indices.contains(index) || lines[index].isEmpty
    }
    switch line {
    case "<details>":
      if let details {
        book.complain(index, "<details> begins within that of line \(details + 1)")
      }
      if !isBlank(index - 1) {
        book.complain(index, "expected a blank line before <details>")
      }
      if index + 1 == lines.count || !lines[index + 1].hasPrefix("<summary>") {
        book.complain(index, "expected a line <summary>…</summary> after <details>")
      }
      details = index
    case "</details>":
      if details == nil { book.complain(index, "</details> closes nothing") }
      if !isBlank(index - 1) || !isBlank(index + 1) {
        book.complain(index, "expected a blank line before and after </details>")
      }
      details = nil
    default:
      let text = line.dropFirst("<summary>".count).dropLast("</summary>".count)
      guard line.hasPrefix("<summary>"), line.hasSuffix("</summary>"), !text.isBlank,
        !text.contains("<")
      else {
        book.complain(
          index, "expected <details>, <summary>…</summary> or </details>, found \(line)"
        )
        break
      }
      if details != index - 1 {
        book.complain(index, "expected <summary> after <details>")
      }
      if !isBlank(index + 1) {
        book.complain(index, "expected a blank line after <summary>")
      }
    }
    index += 1
  }

  private mutating func readParagraph() {
    let start = index
    repeat { index += 1 } while index < lines.count && continues(lines[index])
    for line in (start + 1..<index)
    where lines[line - 1].last?.isWide ?? false
      || lines[line].trimmed.first?.isWide ?? false
    {
      book.complain(
        line, "expected Chinese in one line: a line end shows as a gap in it")
    }
    for line in start + 1..<index where lines[line].hasPrefix(">") {
      book.complain(line, "expected text, found what Markdown takes for a quotation")
    }
    if index < lines.count, !lines[start][...].isListItem,
      lines[index].drop(while: { $0 == " " }).isListItem || lines[index].hasPrefix("#")
    {
      book.complain(
        index, "expected text, found what Markdown takes for a list or a heading")
    }
    read(start..<index)
  }

  /// Whether the line goes on with the paragraph before it. Code and formulas do not go
  /// on from one item of a list or row of a table to the next.
  private func continues(_ line: String) -> Bool {
    guard let first = line.first, !"#<|".contains(first) else { return false }
    return !line.hasPrefix("```") && !line.hasPrefix("![")
      && !line.drop { $0 == " " }.isListItem
  }

  private mutating func read(_ range: Range<Int>) {
    var isRefused = false
    for line in range where refuseForm(of: line) { isRefused = true }
    index = range.upperBound
    if isRefused { return }
    var paragraph = Paragraph(lines: Array(lines[range]), first: range.lowerBound)
    paragraph.scan()
    book.marks += paragraph.marks
    book.links += paragraph.links
    book.code += paragraph.code
    book.formulas += paragraph.formulas
    book.numbers += paragraph.numbers
    for (line, message) in paragraph.mistakes { book.complain(line, message) }
    for (line, number) in paragraph.exercises {
      exercise += 1
      book.exercises[line] = number
      if number != exercise {
        book.complain(line, "expected exercise \(exercise), found \(number)")
        exercise = number
      }
    }
  }

  /// Refuses what Markdown reads otherwise than as text.
  private mutating func refuseForm(of index: Int) -> Bool {
    let line = lines[index]
    let text = line.drop { " >\t".contains($0) }
    if line.last?.isWhitespace ?? false {
      book.complain(index, "white space at the end of the line")
    }
    if text.hasPrefix("```") || text.hasPrefix("~~~") {
      book.complain(index, "expected a fence of backticks at the beginning of the line")
    } else if line.hasPrefix("\t") || line.indentation >= 4 {
      book.complain(
        index, "expected text, found code that is indented: it needs a fence")
    } else if text.allSatisfy({ "=-*_ ".contains($0) }) {
      book.complain(index, "expected text, found a line: headings begin with #")
    } else {
      return false
    }
    return true
  }
}

extension Substring {
  /// Whether the text begins with `- `, `* `, `+ `, or `1. `.
  var isListItem: Bool {
    let rest = drop { $0.isASCII && $0.isNumber }
    let markers = rest.startIndex == startIndex ? "-*+" : ".)"
    return rest.first.map { markers.contains($0) } ?? false
      && rest.dropFirst().first == " "
  }
}
