import Foundation

/// Shows the book in a terminal, page by page: a section, or as much of it as the screen
/// holds.
public final class Reader {
  /// What one screen shows.
  struct Page {
    let section: Section
    let pieces: [Section.Piece]
  }

  private let workspace: Workspace
  private let programs: String
  private let book: Book
  private let sections: [Section]

  /// A reader of a book, or of a chapter of it.
  public init(
    _ workspace: Workspace, chapter: String?, programs: String
  ) throws {
    self.workspace = workspace
    self.programs = programs
    let path = try workspace.books()[0]
    book = Book(path: path, text: try workspace.text(path))
    sections = try Section.all(of: book).chapter(chapter)
  }

  /// Shows the pages and waits for keys; prints the text from one end to the other where
  /// there is no terminal.
  public func run() throws {
    guard let terminal = Terminal() else {
      print(text(isStyled: isatty(STDOUT_FILENO) == 1), terminator: "")
      return
    }
    try terminal.withKeys { try turnPages(on: terminal) }
  }

  /// The whole text, with paths for pictures.
  func text(isStyled: Bool) -> String {
    sections.map { section in
      section.pieces(of: book, width: 80).map { piece in
        switch piece {
        case .text(let text): (isStyled ? text.ansi : text.plain).trimmedEnd + "\n"
        case .picture(let path, let alt): "[\(alt): \(path)]\n"
        }
      }.joined()
    }.joined(separator: "\n")
  }

  private func turnPages(on terminal: Terminal) throws {
    let pictures =
      TerminalPicture.named(by: ProcessInfo.processInfo.environment)
      ?? (terminal.showsSixels() ? .sixel : .none)
    var pages: [Page] = []
    var size = terminal.size
    var number = 0
    func layOut() {
      pages = self.pages(size, pictures)
      number = min(number, pages.count - 1)
    }
    layOut()
    defer { terminal.write("\u{1B}[2J\u{1B}[H") }
    while true {
      try show(number, of: pages, size, pictures, on: terminal)
      guard let key = terminal.key() else { return }
      if (terminal.size.columns, terminal.size.rows) != (size.columns, size.rows) {
        size = terminal.size
        layOut()
      }
      switch key {
      case "\n", "\r", " ", "n", "\u{1B}[C", "\u{1B}[B", "\u{1B}[6~":
        number = min(number + 1, pages.count - 1)
      case "b", "p", "\u{7F}", "\u{1B}[D", "\u{1B}[A", "\u{1B}[5~":
        number = max(number - 1, 0)
      case "r": runCommands(of: pages[number].section, on: terminal)
      case "q", "\u{04}": return
      default: break
      }
    }
  }

  /// The sections divided into screens.
  func pages(_ size: Terminal.Size, _ pictures: TerminalPicture) -> [Page] {
    let room = max(size.rows - 2, 1)
    return sections.flatMap { section -> [Page] in
      var pages: [[Section.Piece]] = [[]]
      var used = 0
      for piece in section.pieces(of: book, width: min(size.columns, 100)) {
        let height = height(of: piece, size, pictures)
        if used > 0, used + height > room {
          pages.append([])
          used = 0
        }
        if used == 0, piece.isBlank { continue }
        pages[pages.count - 1].append(piece)
        used += height
      }
      return pages.map { Page(section: section, pieces: $0) }
    }
  }

  private func height(
    of piece: Section.Piece, _ size: Terminal.Size, _ pictures: TerminalPicture
  ) -> Int {
    switch piece {
    case .text(let text):
      let columns = text.characters.reduce(0) { $0 + $1.character.columns }
      return max(1, (columns + size.columns - 1) / size.columns)
    case .picture(let path, _):
      guard pictures != .none, let fit = fit(path, size) else { return 1 }
      return fit.rows + 1
    }
  }

  private func show(
    _ number: Int, of pages: [Page], _ size: Terminal.Size, _ pictures: TerminalPicture,
    on terminal: Terminal
  ) throws {
    let page = pages[number]
    let removal = pictures == .kitty ? "\u{1B}_Ga=d\u{1B}\\" : ""
    var screen = removal + "\u{1B}[2J\u{1B}[H"
    for piece in page.pieces {
      switch piece {
      case .text(let text): screen += text.ansi + "\n"
      case .picture(let path, let alt):
        if pictures != .none, let fit = fit(path, size) {
          screen += try pictures.sequence(
            workspace.location(path), columns: fit.columns, cellWidth: size.cellWidth)
          screen += "\n"
        }
        screen += StyledText("[\(alt): \(path)]", .dim).ansi + "\n"
      }
    }
    let run = page.section.commands.isEmpty ? "" : "  r run"
    let status = " \(number + 1)/\(pages.count)  enter next  b back\(run)  q quit "
    screen += "\u{1B}[\(size.rows);1H\u{1B}[7m\(status)\u{1B}[0m"
    terminal.write(screen)
  }

  /// How many cells a picture takes: as many as it has pixels for, as the screen has room
  /// for.
  private func fit(
    _ path: String, _ size: Terminal.Size
  ) -> (columns: Int, rows: Int)? {
    guard let picture = PictureSize(png: workspace.location(path)) else { return nil }
    let room = Double(max(1, size.rows - 5))
    let (width, height) = (
      Double(picture.width) / Double(size.cellWidth),
      Double(picture.height) / Double(size.cellHeight)
    )
    let scale = min(1, Double(size.columns - 1) / width, room / height)
    return (max(1, Int(width * scale)), max(1, Int((height * scale).rounded(.up))))
  }

  /// Runs the section's commands as the reader would, and waits for a key.
  private func runCommands(of section: Section, on terminal: Terminal) {
    guard !section.commands.isEmpty else { return }
    terminal.write("\u{1B}[2J\u{1B}[H")
    terminal.withLines {
      for command in section.commands {
        terminal.write("$ \(command.text)\n")
        if !run(command) {
          terminal.write("\(command.program) is not built; swift build builds it\n")
        }
      }
    }
    terminal.write("\u{1B}[7m any key goes on \u{1B}[0m")
    _ = terminal.key()
  }

  /// Runs a command to its end; false where there is no such program.
  private func run(_ command: RunCommand) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "\(programs)/\(command.program)")
    process.arguments = command.arguments
    process.currentDirectoryURL = URL(fileURLWithPath: workspace.root)
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return true
  }
}

/// The width and height that a PNG file states in its header.
struct PictureSize {
  let width: Int
  let height: Int

  init?(png path: String) {
    guard let file = FileHandle(forReadingAtPath: path),
      let data = try? file.read(upToCount: 24), data.count == 24
    else { return nil }
    let bytes = [UInt8](data)
    guard bytes[1...3].elementsEqual("PNG".utf8) else { return nil }
    func number(_ start: Int) -> Int {
      bytes[start..<start + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    (width, height) = (number(16), number(20))
    guard width > 0, height > 0 else { return nil }
  }
}
