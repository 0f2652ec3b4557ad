/// Whether every line of the chapters' sources is shown in the book once, and everything
/// that a run leaves is used.
struct CoverageCheck {
  private let book: Book
  private let files: FileCache
  /// What the marks name, as `path` or `path#name`.
  private let named: Set<String>
  /// The lines of sources, by path and index: the marks' lines of listings that show them.
  private let shown: [String: [Int: [Int]]]

  init(_ book: Book, from files: FileCache) {
    (self.book, self.files) = (book, files)
    named = Set(book.marks.compactMap(\.mark.reference?.description))
    var shown: [String: [Int: [Int]]] = [:]
    for placed in book.marks {
      guard case .listing(let reference) = placed.mark,
        let source = try? files.source(reference.path)
      else { continue }
      let region = reference.name.map { source.regions[$0] ?? 0..<0 }
      for index in source.shownLines(of: region) {
        shown[source.path, default: [:]][index, default: []].append(placed.line)
      }
    }
    self.shown = shown
  }

  /// All problems.
  func problems() throws -> [Problem] {
    try sourceProblems() + outputProblems()
  }

  private func isUnused(_ name: String, of path: String) -> Bool {
    !named.contains("\(path)#\(name)") && !named.contains(path)
  }

  private func sourceProblems() throws -> [Problem] {
    let workspace = files.workspace
    let paths = (workspace.files(below: "Chapters") + workspace.files(below: "Sources"))
      .filter { $0.hasSuffix(".swift") }
    var problems: [Problem] = []
    for path in paths {
      let source = try files.source(path)
      let unused = source.regions.filter { isUnused($0.key, of: path) }
      problems += source.problems
      problems += unused.map { name, range in
        Problem(path, range.lowerBound, "region \(name) is not shown in \(book.path)")
      }
      guard path.hasPrefix("Chapters/") else { continue }
      let shown = shown[path] ?? [:]
      // The lines of a region that is not shown have been told of.
      problems += stretches(of: source) { index in
        shown[index] == nil && !unused.values.contains { $0.contains(index) }
      }.map { first, lines in
        Problem(
          path, first + 1,
          "\(lines) not shown in \(book.path): \(source.lines[first].trimmed)")
      }
      problems += stretches(of: source) { (shown[$0]?.count ?? 0) > 1 }
        .map { first, lines in
          let marks = shown[first]!.map { String($0 + 1) }.joined(separator: " and ")
          return Problem(
            path, first + 1,
            "\(lines) shown more than once, in \(book.path) under the marks of lines "
              + marks)
        }
    }
    return problems
  }

  /// Lines, among those to show, for which all up to the next one are such as `isMeant`
  /// says: the first of each, and words for all.
  private func stretches(
    of source: SourceFile, where isMeant: (Int) -> Bool
  ) -> [(first: Int, lines: String)] {
    source.lineIndicesToShow.split { !isMeant($0) }.map { lines in
      let (first, last) = (lines.first!, lines.last!)
      return (first, first == last ? "the line is" : "the lines to \(last + 1) are")
    }
  }

  /// Pictures, logs, and names of logs that the book never uses.
  private func outputProblems() throws -> [Problem] {
    let pictures = Set(book.pictures.map(\.target))
    var problems: [Problem] = []
    for path in files.workspace.files(below: "Output") {
      if path.hasSuffix(".png"), !pictures.contains(path) {
        problems.append(Problem(path, nil, "the picture is not shown in \(book.path)"))
      } else if path.hasSuffix("/log.txt") {
        problems += unusedNames(of: try files.log(path), path)
      }
    }
    return problems
  }

  private func unusedNames(of log: ChapterLog, _ path: String) -> [Problem] {
    if !log.problems.isEmpty { return log.problems }
    let isNamed = named.contains { $0 == path || $0.hasPrefix(path + "#") }
    if !isNamed, !log.lines.isEmpty {
      return [Problem(path, nil, "the log is not shown in \(book.path)")]
    }
    func problem(_ kind: String, _ name: String) -> Problem {
      Problem(
        ChapterLog.namesPath(beside: path), log.nameLines[name],
        "\(kind) \(name) is not used in \(book.path)")
    }
    return log.regions.keys.filter { isUnused($0, of: path) }.map {
      problem("region", $0)
    }
      + log.values.keys.filter { !named.contains("\(path)#\($0)") }
      .map { problem("value", $0) }
  }
}
