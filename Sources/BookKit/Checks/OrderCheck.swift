/// Whether what a numbered chapter shows belongs there: listings, outputs and numbers are
/// the chapter's own, in the order of their files, outputs below the command that makes
/// them; pictures are shown once. A mark that ends with `elsewhere` stands where it likes.
struct OrderCheck {
  private let book: Book
  private let files: FileCache

  init(_ book: Book, from files: FileCache) {
    self.book = book
    self.files = files
  }

  /// All problems.
  func problems() throws -> [Problem] {
    var problems: [Problem] = []
    func note(_ line: Int, _ message: String?) {
      if let message { problems.append(Problem(book.path, line + 1, message)) }
    }
    /// By kind of mark and file: where in it the name before stands.
    var before: [String: Int] = [:]
    for placed in book.marks {
      guard let reference = placed.mark.reference, !reference.isElsewhere,
        let chapter = chapter(of: placed.line),
        files.workspace.exists(reference.path)
      else { continue }
      note(placed.line, mistake(in: reference.path, chapter))
      if case .output = placed.mark {
        note(placed.line, mistake(in: reference.path, line: placed.line))
      }
      guard let place = try place(of: placed.mark, reference) else { continue }
      let key = "\(placed.name) \(reference.path)"
      if let before = before[key], before >= place {
        note(
          placed.line,
          "\(reference) is out of the file's order: the mark needs an elsewhere")
      }
      before[key] = place
    }
    var shown: [String: Int] = [:]
    for picture in book.pictures {
      if let line = shown[picture.path] {
        note(picture.line, "\(picture.path) is shown in line \(line + 1), too")
      }
      shown[picture.path] = picture.line
      if let chapter = chapter(of: picture.line) {
        note(picture.line, mistake(in: picture.path, chapter))
      }
    }
    return problems
  }

  /// The number of the chapter that the line is in.
  private func chapter(of line: Int) -> Int? {
    book.headings.last { $0.line < line && $0.level == 2 }?.number
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

  /// What is wrong with showing a file of Chapters/ or Output/ in the chapter.
  private func mistake(in path: String, _ chapter: Int) -> String? {
    let folders = path.split(separator: "/")
    guard folders.count > 2, ["Chapters", "Output"].contains(folders[0]),
      !folders[1].hasPrefix("\(chapter)-")
    else { return nil }
    return "\(path) does not belong to chapter \(chapter)"
  }

  /// What is wrong with showing a log in this line.
  private func mistake(in path: String, line: Int) -> String? {
    let commands = commands(writing: path)
    if commands.isEmpty || commands.contains(where: { $0.line <= line }) { return nil }
    return "\(path) stands above \(commands[0].text), which writes it"
  }

  /// The commands that write a log: those that name its folder as `predict` does that of
  /// Output/5-MLP/predict, or else all that name none.
  private func commands(writing path: String) -> [RunCommand] {
    let folders = path.split(separator: "/")
    let program = folders[1].drop { $0 != "-" }.dropFirst()
    let all = book.commands.found.filter { $0.program == program }
    return folders.count > 3
      ? all.filter { $0.arguments.contains { $0 == folders[2] } }
      : all.filter { $0.arguments.first?.hasPrefix("-") ?? true }
  }
}

extension Book.Heading {
  /// The number that the heading begins with, as that of a chapter does.
  var number: Int? { Int(text.prefix { $0.isNumber }) }
}
