/// Whether every line of the chapters' sources is shown in the book once, and everything
/// that a run leaves is used.
struct CoverageCheck {
  private let book: String
  private let coverage: Coverage
  private let pictures: Set<String>
  private let files: FileCache

  init(_ refresh: Refresh, from files: FileCache) {
    book = refresh.path
    coverage = refresh.coverage
    pictures = Set(refresh.book.pictures.map(\.path))
    self.files = files
  }

  /// All problems.
  func problems() throws -> [Problem] {
    try sourceProblems() + outputProblems()
  }

  private func sourceProblems() throws -> [Problem] {
    let workspace = files.workspace
    let paths = (workspace.files(below: "Chapters") + workspace.files(below: "Sources"))
      .filter { $0.hasSuffix(".swift") }
    var problems: [Problem] = []
    for path in paths {
      let source = try files.source(path)
      problems += source.problems + unusedRegions(of: source)
      if path.hasPrefix("Chapters/") {
        problems += linesNotShown(of: source) + linesShownTwice(of: source)
      }
    }
    return problems
  }

  private func isUnused(_ name: String, of path: String) -> Bool {
    !coverage.regions.contains("\(path)#\(name)") && !coverage.whole.contains(path)
  }

  private func unusedRegions(of source: SourceFile) -> [Problem] {
    source.regions.filter { isUnused($0.key, of: source.path) }.map { name, range in
      Problem(source.path, range.lowerBound, "region \(name) is not shown in \(book)")
    }
  }

  /// Lines outside of all regions that no listing shows.
  private func linesNotShown(of source: SourceFile) -> [Problem] {
    let shown = coverage.sourceLines[source.path] ?? [:]
    let unused = source.regions.filter { isUnused($0.key, of: source.path) }.values
    return stretches(of: source) { index in
      shown[index] == nil && !unused.contains { $0.contains(index) }
    }.map { first, last in
      let lines = first == last ? "the line is" : "the lines to \(last + 1) are"
      return Problem(
        source.path, first + 1,
        "\(lines) not shown in \(book): \(source.lines[first].trimmed)")
    }
  }

  private func linesShownTwice(of source: SourceFile) -> [Problem] {
    let shown = coverage.sourceLines[source.path] ?? [:]
    return stretches(of: source) { (shown[$0]?.count ?? 0) > 1 }.map { first, last in
      let marks = shown[first]!.sorted().map { String($0 + 1) }
      let lines = first == last ? "the line is" : "the lines to \(last + 1) are"
      return Problem(
        source.path, first + 1,
        "\(lines) shown more than once, in \(book) under the marks of lines "
          + marks.joined(separator: " and "))
    }
  }

  /// The first and last of the lines, among those to show, for which all in between are
  /// such as `isMeant` says.
  private func stretches(
    of source: SourceFile, where isMeant: (Int) -> Bool
  ) -> [(first: Int, last: Int)] {
    var stretches: [(first: Int, last: Int)] = []
    var isOpen = false
    for index in source.lineIndicesToShow {
      let meant = isMeant(index)
      if meant, isOpen {
        stretches[stretches.count - 1].last = index
      } else if meant {
        stretches.append((index, index))
      }
      isOpen = meant
    }
    return stretches
  }

  /// Pictures, logs, and names of logs that the book never uses.
  private func outputProblems() throws -> [Problem] {
    var problems: [Problem] = []
    for path in files.workspace.files(below: "Output") {
      if path.hasSuffix(".png"), !pictures.contains(path) {
        problems.append(Problem(path, nil, "the picture is not shown in \(book)"))
      } else if path.hasSuffix("/log.txt") {
        problems += unusedNames(of: try files.log(path), path)
      }
    }
    return problems
  }

  private func unusedNames(
    of log: ChapterLog, _ path: String
  ) -> [Problem] {
    if !log.problems.isEmpty { return log.problems }
    if !coverage.files.contains(path), !log.lines.isEmpty {
      return [Problem(path, nil, "the log is not shown in \(book)")]
    }
    let namesPath = ChapterLog.namesPath(beside: path)
    let regions = log.regions.keys.filter { isUnused($0, of: path) }
    let values = log.values.keys.filter { !coverage.values.contains("\(path)#\($0)") }
    func problem(_ name: String, _ kind: String) -> Problem {
      Problem(namesPath, log.nameLines[name], "\(kind) \(name) is not used in \(book)")
    }
    return regions.map { problem($0, "region") } + values.map { problem($0, "value") }
  }
}
