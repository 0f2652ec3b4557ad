/// Whether what a numbered chapter shows belongs there: listings, outputs and numbers are
/// the chapter's own, in the order of their files, outputs below the command that makes
/// them; pictures are shown once. A mark that ends with `elsewhere` stands where it likes.
struct OrderCheck {
  private let book: Book
  private let files: FileCache
  private let commands: [RunCommand]

  init(_ book: Book, from files: FileCache) {
    (self.book, self.files) = (book, files)
    commands = book.commands.found
  }

  /// All problems.
  func problems() throws -> [Problem] {
    try markProblems() + pictureProblems()
  }

  private func markProblems() throws -> [Problem] {
    var problems: [Problem] = []
    /// By kind of mark and file: where in it the name before stands.
    var before: [String: Int] = [:]
    for placed in book.marks {
      guard let reference = placed.mark.reference, !reference.isElsewhere,
        book.chapter(of: placed.line)?.number != nil,
        files.workspace.exists(reference.path)
      else { continue }
      problems += strangers(reference.path, placed.line)
      if case .output = placed.mark {
        problems += outputAboveItsCommand(reference.path, placed.line)
      }
      guard let place = try place(of: placed.mark, reference) else { continue }
      let key = "\(placed.name) \(reference.path)"
      if let before = before[key], before >= place {
        problems.append(
          book.problem(
            placed.line,
            "\(reference) is out of the file's order: the mark needs an elsewhere"))
      }
      before[key] = place
    }
    return problems
  }

  private func pictureProblems() -> [Problem] {
    var problems: [Problem] = []
    var shown: [String: Int] = [:]
    for picture in book.pictures {
      if let line = shown[picture.path] {
        problems.append(
          book.problem(
            picture.line, "\(picture.path) is shown in line \(line + 1), too"))
      }
      shown[picture.path] = picture.line
      problems += strangers(picture.path, picture.line)
    }
    return problems
  }

  /// Where in its file the name stands.
  private func place(
    of mark: BookMark, _ reference: BookMark.Reference
  ) throws -> Int? {
    guard let name = reference.name else { return nil }
    return switch mark {
    case .listing: try files.source(reference.path).regions[name]?.lowerBound
    case .output: try files.log(reference.path).regions[name]?.lowerBound
    case .value: try files.log(reference.path).nameLines[name]
    default: nil
    }
  }

  /// A file of Chapters/ or Output/ that is another chapter's than the one of the line.
  private func strangers(_ path: String, _ line: Int) -> [Problem] {
    guard let chapter = book.chapter(of: line)?.number,
      let folder = path.chapterFolder, !folder.hasPrefix("\(chapter)-")
    else { return [] }
    return [book.problem(line, "\(path) does not belong to chapter \(chapter)")]
  }

  private func outputAboveItsCommand(_ path: String, _ line: Int) -> [Problem] {
    let commands = commands(writing: path)
    if commands.isEmpty || commands.contains(where: { $0.line <= line }) { return [] }
    return [
      book.problem(line, "\(path) stands above \(commands[0].text), which writes it")
    ]
  }

  /// The commands that write a log: those that name its folder as `predict` does that of
  /// Output/5-MLP/predict, or else all that name none.
  private func commands(writing path: String) -> [RunCommand] {
    let folders = path.split(separator: "/")
    let program = path.chapterProgram ?? ""
    return commands.filter { command in
      command.program == program
        && (folders.count > 3
          ? command.arguments.contains { $0 == folders[2] }
          : command.arguments.first?.hasPrefix("-") ?? true)
    }
  }
}

extension String {
  /// `5-MLP` of a path such as `Output/5-MLP/log.txt` or `Chapters/5-MLP/MLP.swift`.
  fileprivate var chapterFolder: Substring? {
    let folders = split(separator: "/")
    return folders.count > 2 && ["Chapters", "Output"].contains(folders[0])
      ? folders[1] : nil
  }

  /// `MLP` of such a path.
  var chapterProgram: Substring? { chapterFolder?.drop { $0 != "-" }.dropFirst() }
}
