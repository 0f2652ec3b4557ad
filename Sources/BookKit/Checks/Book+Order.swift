extension Book {
  /// Whether what a numbered chapter shows belongs there: listings, outputs and numbers are
  /// the chapter's own, in the order of their files, outputs below the command that makes
  /// them; pictures are shown once. A mark that ends with `elsewhere` stands where it
  /// likes.
  mutating func checkOrder(of files: FileCache) throws {
    /// By kind of mark and file: where in it the name before stands.
    var before: [String: Int] = [:]
    for placed in marks {
      guard let reference = placed.mark.reference, !reference.isElsewhere,
        chapter(of: placed.line)?.number != nil,
        files.workspace.exists(reference.path)
      else { continue }
      checkChapter(of: reference.path, placed.line)
      if case .output = placed.mark {
        let writers = commands.filter { $0.writes(reference.path) }
        if let first = writers.first, first.line > placed.line {
          complain(
            placed.line,
            "\(reference.path) stands above \(first.text), which writes it")
        }
      }
      guard let place = try files.place(of: placed.mark) else { continue }
      let last = before.updateValue(place, forKey: "\(placed.name) \(reference.path)")
      if let last, last >= place {
        complain(
          placed.line,
          "\(reference) is out of the file's order: the mark needs an elsewhere")
      }
    }
    var shown: [String: Int] = [:]
    for picture in pictures {
      if let line = shown.updateValue(picture.line, forKey: picture.target) {
        complain(picture.line, "\(picture.target) is shown in line \(line + 1), too")
      }
      checkChapter(of: picture.target, picture.line)
    }
  }

  /// Refuses a file of Chapters/ or Output/ that is another chapter's than the line.
  private mutating func checkChapter(of path: String, _ line: Int) {
    if let chapter = chapter(of: line)?.number, let folder = path.chapterFolder,
      !folder.hasPrefix("\(chapter)-")
    {
      complain(line, "\(path) does not belong to chapter \(chapter)")
    }
  }
}

extension FileCache {
  /// Where in its file the name stands.
  fileprivate func place(of mark: BookMark) throws -> Int? {
    guard let reference = mark.reference, let name = reference.name else { return nil }
    return switch mark {
    case .listing: try source(reference.path).regions[name]?.lowerBound
    case .output: try log(reference.path).regions[name]?.lowerBound
    default: try log(reference.path).nameLines[name]
    }
  }
}

extension RunCommand {
  /// Whether the command writes a log: one names the log's folder as `predict` does that
  /// of Output/5-MLP/predict, or names none where the log is right below the chapter's.
  fileprivate func writes(_ log: String) -> Bool {
    guard let chapter = log.chapterProgram, program == chapter else { return false }
    let folders = log.split(separator: "/")
    return folders.count > 3
      ? arguments.contains { $0 == folders[2] }
      : arguments.first?.hasPrefix("-") ?? true
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
