/// A heading of the book and what stands below it, up to the next heading.
struct Section {
  /// What a terminal shows in a line of its own, or in several.
  enum Piece: Equatable {
    case text(StyledText)
    case picture(path: String, alt: String)
  }

  /// The heading; empty before the first.
  let title: String
  /// 1 for the book's own heading; 0 before the first.
  let level: Int
  /// The lines of the file.
  let lines: Range<Int>
  /// The commands of the section's fences, or the chapter that it shows.
  let commands: [RunCommand]

  /// The sections of a book.
  static func all(of book: Book) -> [Section] {
    let headings = book.markdown.headings
    let starts = headings.map(\.line) + [book.markdown.lines.count]
    var sections: [Section] = []
    if starts[0] > 0 { sections.append(Section("", 0, 0..<starts[0], book)) }
    for (index, heading) in headings.enumerated() {
      sections.append(
        Section(
          StyledText(markdown: heading.text).plain, heading.level,
          starts[index]..<starts[index + 1], book))
    }
    return sections
  }

  private init(_ title: String, _ level: Int, _ lines: Range<Int>, _ book: Book) {
    (self.title, self.level, self.lines) = (title, level, lines)
    let commands = book.commands.found.filter { lines.contains($0.line - 1) }
    self.commands = commands.isEmpty ? Self.chapter(of: lines, book) : commands
  }

  /// The chapter that the first of the lines' listings or outputs is from.
  private static func chapter(of lines: Range<Int>, _ book: Book) -> [RunCommand] {
    for placed in book.marks where lines.contains(placed.line) {
      guard let reference = placed.mark.reference else { continue }
      let folders = reference.path.split(separator: "/")
      guard folders.count > 2, ["Chapters", "Output"].contains(folders[0]) else {
        continue
      }
      let name = folders[1].drop { $0 != "-" }.dropFirst()
      let command = try? RunCommand(
        "swift run \(name)", book: book.path, line: placed.line + 1)
      return [command].compactMap { $0 }
    }
    return []
  }

  /// What a terminal of so many columns shows.
  func pieces(of book: Book, width: Int) -> [Piece] {
    let markdown = book.markdown
    var pieces: [Piece] = []
    var index = lines.lowerBound
    while index < lines.upperBound {
      if let fence = markdown.fence(at: index) {
        for line in fence.content {
          let text = markdown.lines[line].text.dropFirst(fence.prefix.count)
          pieces.append(.text(StyledText("    " + text, .code)))
        }
        index = fence.closing + 1
      } else if let paragraph = markdown.paragraphs.first(where: {
        $0.lowerBound == index
      }) {
        pieces += Self.pieces(of: paragraph, in: book, width: width)
        index = paragraph.upperBound
      } else {
        pieces.append(.text(StyledText(markdown.lines[index].text, .code)))
        index += 1
      }
    }
    return Self.withoutDoubleBlanks(pieces)
  }

  private static func pieces(
    of paragraph: Range<Int>, in book: Book, width: Int
  ) -> [Piece] {
    let lines = book.markdown.lines[paragraph].map(\.text)
    var pieces: [Piece] = text(lines, book, paragraph, width: width)
      .map { .text($0) }.filter { $0 != .text(StyledText()) }
    for placed in book.inlines where paragraph.contains(placed.line) {
      if case .image(let target, let alt) = placed.inline {
        pieces.append(.picture(path: target, alt: alt))
      }
    }
    return pieces
  }

  private static func text(
    _ lines: [String], _ book: Book, _ paragraph: Range<Int>, width: Int
  ) -> [StyledText] {
    if let heading = book.markdown.headings.first(where: {
      $0.line == paragraph.lowerBound
    }) {
      let style: StyledText.Style = heading.level == 1 ? [.bold, .underlined] : .bold
      return StyledText(markdown: heading.text, style).wrapped(width: width)
    }
    // Rows of tables and lines of HTML stand by themselves.
    if lines[0].trimmed.hasPrefix("|") {
      return lines.map { StyledText(markdown: $0) }
    }
    let text = lines.map(\.trimmed).joined(separator: " ")
    if text.contains("<summary>") {
      let summary = StyledText(markdown: text).plain.trimmed
      return StyledText("▸ " + summary, .bold).wrapped(width: width, indent: 2)
    }
    let column = lines[0].indentation
    let marker = lines[0].dropFirst(column).listMarkerWidth ?? 0
    var shown = StyledText(String(repeating: " ", count: column))
    shown.append(StyledText(markdown: text))
    return shown.isEmpty ? [] : shown.wrapped(width: width, indent: column + marker)
  }

  /// One blank line at most between others, and none at the ends.
  private static func withoutDoubleBlanks(_ pieces: [Piece]) -> [Piece] {
    var kept: [Piece] = []
    for piece in pieces {
      if piece.isBlank, kept.last?.isBlank ?? true { continue }
      kept.append(piece)
    }
    if kept.last?.isBlank ?? false { kept.removeLast() }
    return kept
  }
}

extension Section.Piece {
  var isBlank: Bool {
    if case .text(let text) = self { text.isEmpty } else { false }
  }
}
