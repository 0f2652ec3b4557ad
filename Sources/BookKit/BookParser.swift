/// Reads a book line by line, as far as its marks, links and pictures need it.
///
/// This is the part of Markdown that the book writes: fences of backticks at the
/// beginning of a line, each with a language; headings of `#`; marks and pictures on
/// lines of their own; `<details>` with its `<summary>`; paragraphs, lists and tables.
/// What GitHub would read as anything else is refused with its line.
struct BookParser {
  var book: Book
  /// The paragraph whose text is being read.
  var paragraph = Paragraph([])
  private var index = 0
  /// The line of the `<details>` that is open.
  private var details: Int?
  /// The number of the last exercise below this heading.
  private var exercise = 0

  init(_ book: Book) {
    self.book = book
  }

  /// The line of the index; empty beyond the book's ends.
  private func line(_ index: Int) -> String {
    book.lines.indices.contains(index) ? book.lines[index] : ""
  }

  mutating func parse() {
    while index < book.lines.count { readBlock(line(index)) }
    if let details { book.complain(details, "<details> is never closed") }
  }

  private mutating func readBlock(_ line: String) {
    if line.isEmpty {
      index += 1
    } else if line.hasPrefix("```") {
      if let fence = readFence() { expectMark(nil, before: fence) }
    } else if line.hasPrefix("<!--") {
      readMark(line)
    } else if line.hasPrefix("#") {
      readHeading(line)
    } else if line.hasPrefix("![") {
      readPicture(line)
    } else if line.hasPrefix("<") {
      readTag(line)
    } else {
      if line.hasPrefix("|") { book.rows.append(index) }
      readParagraph()
    }
  }

  // Fences and their marks

  private mutating func readFence() -> Fence? {
    let opening = index
    let length = line(opening).prefix { $0 == "`" }.count
    let language = String(line(opening).dropFirst(length))
    index += 1
    guard Self.marks[language] != nil else {
      let known = Self.marks.keys.sorted().joined(separator: ", ")
      let found = language.isEmpty ? "none" : language
      book.complain(opening, "expected a fence's language (\(known)), found \(found)")
      return nil
    }
    while index < book.lines.count {
      let line = line(index)
      if line.hasPrefix("```"), line.count >= length, line.allSatisfy({ $0 == "`" }) {
        let fence = Fence(opening: opening, closing: index, language: language)
        book.fences.append(fence)
        index += 1
        return fence
      }
      // Whatever comes next belongs to nobody knows which of the two.
      if let what = line.endOfFence {
        book.complain(
          opening, "the fence is not closed before \(what) of line \(index + 1)")
        return nil
      }
      index += 1
    }
    book.complain(opening, "the fence is never closed")
    return nil
  }

  /// The marks that stand before a fence, by its language.
  private static let marks = [
    "math": ["book:skip"], "python": ["book:skip"], "sh": ["book:run", "book:skip"],
    "swift": ["book:listing", "book:skip"], "text": ["book:output", "book:skip"],
  ]

  /// Complains of a fence without its mark, which a formula may be.
  private mutating func expectMark(_ name: String?, before fence: Fence) {
    let (language, marks) = (fence.language, Self.marks[fence.language]!)
    if name == nil && language == "math" || marks.contains(name ?? "") { return }
    let found = name.map { ", found \($0)" } ?? ""
    book.complain(
      fence.opening,
      "a fence of \(language) needs a \(marks.joined(separator: " or ")) before it\(found)"
    )
  }

  /// Reads a mark and the fence below it.
  private mutating func readMark(_ line: String) {
    let (place, text) = (index, line.dropFirst(4).dropLast(3))
    index += 1
    let hasFence = self.line(index).hasPrefix("```")
    do throws(WorkspaceError) {
      guard line.hasSuffix("-->"), !text.contains("-->") else {
        throw WorkspaceError("the mark must stand alone on its line")
      }
      let mark = try BookMark(text.trimmed)
      if mark.isNumber {
        throw WorkspaceError("the mark must stand right behind a **bold number**")
      }
      if !hasFence { throw WorkspaceError("the mark must stand right before a fence") }
      guard let fence = readFence() else { return }
      let placed = Book.PlacedMark(
        mark: mark, text: text.trimmed, line: place, subject: .fence(fence))
      book.marks.append(placed)
      expectMark(String(placed.name), before: fence)
      if mark == .run { readCommands(of: fence) }
    } catch {
      book.complain(place, error.description)
      // That it lacks a mark is not said, too.
      if hasFence { _ = readFence() }
    }
  }

  private mutating func readCommands(of fence: Fence) {
    let lines = book.uncommentedLines(of: fence)
    if lines.isEmpty {
      book.complain(fence.opening, "book:run has no command to run")
    }
    for line in lines {
      do throws(Problem) {
        let command = try RunCommand(line, in: book)
        if command.arguments.contains(where: { $0.hasPrefix("--output") }) {
          throw command.problem(
            "expected no --output, which book:run gives, found \(command.text)")
        }
        book.commands.append(command)
      } catch {
        book.problems.append(error)
      }
    }
  }

  // Headings, pictures, tags

  private mutating func readHeading(_ line: String) {
    let level = line.prefix { $0 == "#" }.count
    let text = line.dropFirst(level)
    if level <= 6, text.hasPrefix(" "), !text.isBlank, !text.hasSuffix("#") {
      book.headings.append(Book.Heading(line: index, level: level, text: text.trimmed))
      exercise = 0
    } else {
      book.complain(index, "expected a heading such as ## Text, found \(line)")
    }
    read(to: index + 1)
  }

  private mutating func readPicture(_ line: String) {
    let parts = line.dropFirst(2).dropLast().split(
      separator: "](", omittingEmptySubsequences: false)
    if line.hasSuffix(")"), parts.count == 2,
      !parts[1].contains(where: { " ()<>".contains($0) })
    {
      book.pictures.append(
        Book.Link(line: index, text: String(parts[0]), target: String(parts[1])))
    } else {
      book.complain(index, "expected ![text](path) alone on its line")
    }
    index += 1
  }

  /// `<details>` with `<summary>…</summary>` below it, or `</details>`, each with the
  /// blank lines without which GitHub shows what is between as HTML.
  private mutating func readTag(_ tag: String) {
    let (before, next) = (line(index - 1), line(index + 1))
    if tag == "<details>" {
      if let details {
        book.complain(index, "<details> begins within that of line \(details + 1)")
      }
      if !before.isEmpty || !next.isSummary || !line(index + 2).isEmpty {
        book.complain(
          index,
          "expected <summary>…</summary> after <details>, and blank lines around both")
      }
      details = index
      if next.isSummary { index += 1 }
    } else if tag == "</details>" {
      if details == nil { book.complain(index, "</details> closes nothing") }
      if !before.isEmpty || !next.isEmpty {
        book.complain(index, "expected a blank line before and after </details>")
      }
      details = nil
    } else {
      book.complain(
        index, "expected <details>, <summary>…</summary> or </details>, found \(tag)")
    }
    index += 1
  }

  // Paragraphs

  private mutating func readParagraph() {
    let start = index
    var end = start + 1
    while end < book.lines.count, continues(line(end)) {
      if line(end - 1).last!.isWide || line(end).trimmed.first?.isWide ?? false {
        book.complain(
          end, "expected Chinese in one line: a line end shows as a gap in it")
      }
      if line(end).hasPrefix(">") {
        book.complain(end, "expected text, found what Markdown takes for a quotation")
      }
      end += 1
    }
    if !line(start).isListItem, line(end).isListItem || line(end).hasPrefix("#") {
      book.complain(
        end, "expected text, found what Markdown takes for a list or a heading")
    }
    read(to: end)
  }

  /// Whether the line goes on with the paragraph before it. Code and formulas do not go
  /// on from one item of a list or row of a table to the next.
  private func continues(_ line: String) -> Bool {
    guard let first = line.first, !"#<|".contains(first) else { return false }
    return !line.hasPrefix("```") && !line.hasPrefix("![") && !line.isListItem
  }

  /// Reads the lines from here to `end`, unless Markdown reads one of them otherwise than
  /// as text.
  private mutating func read(to end: Int) {
    let range = index..<end
    index = end
    let refused = range.filter { refuseForm(of: $0) }
    if refused.isEmpty { readText(range) }
  }

  mutating func readExercise(_ number: Int, in line: Int) {
    book.exercises[line] = number
    exercise += 1
    if number != exercise {
      book.complain(line, "expected exercise \(exercise), found \(number)")
      exercise = number
    }
  }

  private mutating func refuseForm(of index: Int) -> Bool {
    let line = line(index)
    let text = line.drop { " >\t".contains($0) }
    if line.last!.isWhitespace {
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

extension String {
  fileprivate var isSummary: Bool {
    let text = dropFirst("<summary>".count).dropLast("</summary>".count)
    return hasPrefix("<summary>") && hasSuffix("</summary>") && !text.isBlank
      && !text.contains("<")
  }

  /// Whether the text begins with `- `, `* `, `+ `, or `1. `, behind spaces or none.
  fileprivate var isListItem: Bool {
    let text = drop { $0 == " " }
    let rest = text.drop { $0.isASCII && $0.isNumber }
    let markers = rest.startIndex == text.startIndex ? "-*+" : ".)"
    return rest.first.map { markers.contains($0) } ?? false
      && rest.dropFirst().first == " "
  }

  /// What the line would end a fence as, if it stood in it.
  var endOfFence: String? {
    if indentation < 4, dropFirst(indentation).hasPrefix("```") { return "that" }
    return contains("<!-- book:") ? "the mark" : nil
  }
}
