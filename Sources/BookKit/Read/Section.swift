import Files

/// A heading of the book and what stands below it, up to the next heading.
public struct Section {
  /// What a terminal shows.
  public enum Piece: Equatable {
    /// A line, as it stands in the book but for its marks.
    case line(String)
    /// A picture's path in the package, and what it shows.
    case picture(path: String, alt: String)
  }

  /// The heading; empty before the first.
  let title: String
  /// 1 for the book's own heading; 0 before the first.
  let level: Int
  /// What it consists of.
  public let pieces: [Piece]
  /// The commands of the section's fences, or the chapter that it shows.
  public let commands: [RunCommand]

  /// The sections of the book in a language, such as `zh`, or of its chapter of that name.
  public static func all(
    in workspace: Workspace, language: String? = nil, chapter: String?
  ) throws -> [Section] {
    let page = language.map { "book.\($0).md" } ?? "book.md"
    guard try workspace.pages().contains(page) else {
      throw WorkspaceError("expected a language of the book, found none in \(page)")
    }
    let book = Book(try workspace.text(page))
    let headings = [Book.Heading(line: 0, level: 0, text: "")] + book.headings
    let ends = book.headings.map(\.line) + [book.lines.count]
    return try zip(headings, ends).filter { $0.line < $1 }
      .map { Section($0, lines: $0.line..<$1, of: book) }.chapter(chapter)
  }

  private init(_ heading: Book.Heading, lines: Range<Int>, of book: Book) {
    (title, level) = (heading.text, heading.level)
    pieces = Self.pieces(of: lines, in: book)
    let commands = book.commands.filter { lines.contains($0.line) }
    self.commands = commands.isEmpty ? Self.chapter(of: lines, book) : commands
  }

  /// The chapter that the first of the lines' listings or outputs is from.
  private static func chapter(of lines: Range<Int>, _ book: Book) -> [RunCommand] {
    for placed in book.marks where lines.contains(placed.line) {
      guard let program = placed.mark.reference?.path.chapterProgram else { continue }
      let code = Book.Code(line: placed.line, text: "swift run \(program)")
      return [try? RunCommand(code, in: book)].compactMap { $0 }
    }
    return []
  }

  /// The lines without marks and tags, and with one blank line at most between others.
  private static func pieces(of lines: Range<Int>, in book: Book) -> [Piece] {
    var pieces: [Piece] = []
    for index in lines {
      if let picture = book.pictures.first(where: { $0.line == index }) {
        pieces.append(.picture(path: picture.target, alt: picture.text))
        continue
      }
      let line = book.lines[index]
      let text = line.replacing(/<!--.*?-->|<\/?details>|<\/?summary>/, with: "")
      if text.isEmpty, !line.isEmpty || pieces.last ?? .line("") == .line("") {
        continue
      }
      pieces.append(.line(text.inOneLine))
    }
    while pieces.last == .line("") { pieces.removeLast() }
    return pieces
  }
}
