/// Whether every line of the chapters' sources is shown in the book once, and everything
/// that a run leaves is used.
struct Totality {
  private let book: String
  private let uses: Uses
  private let library: Library

  /// The widest line that a listing may have, in characters.
  static let width = 88

  init(_ refresh: Refresh, from library: Library) {
    book = refresh.path
    uses = refresh.uses
    self.library = library
  }

  /// All problems.
  func problems() throws -> [Problem] {
    try sourceProblems() + outputProblems() + wideLines()
  }

  private func sourceProblems() throws -> [Problem] {
    let workspace = library.workspace
    let paths = (workspace.files(below: "Chapters") + workspace.files(below: "Sources"))
      .filter { $0.hasSuffix(".swift") }
    var problems: [Problem] = []
    for path in paths {
      let source = try library.source(path)
      problems += source.problems + unusedRegions(of: source)
      if path.hasPrefix("Chapters/") {
        problems += linesNotShown(of: source) + linesShownTwice(of: source)
      }
    }
    return problems
  }

  private func isUnused(_ name: String, of source: SourceFile) -> Bool {
    !uses.regions.contains("\(source.path)#\(name)")
      && !uses.whole.contains(source.path)
  }

  private func unusedRegions(of source: SourceFile) -> [Problem] {
    source.regions.filter { isUnused($0.key, of: source) }.map { name, range in
      Problem(source.path, range.lowerBound, "region \(name) is not shown in \(book)")
    }
  }

  /// Lines outside of all regions that no listing shows.
  private func linesNotShown(of source: SourceFile) -> [Problem] {
    let shown = uses.sourceLines[source.path] ?? [:]
    let unused = source.regions.filter { isUnused($0.key, of: source) }.values
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
    let shown = uses.sourceLines[source.path] ?? [:]
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

  /// Lines of listings that are too wide for the page.
  private func wideLines() throws -> [Problem] {
    var problems: [Problem] = []
    for (path, shown) in uses.sourceLines {
      let source = try library.source(path)
      // Each listing is moved left by itself.
      let byMark = Dictionary(
        grouping: shown.flatMap { index, marks in
          Set(marks).map { (mark: $0, index: index) }
        }, by: \.mark)
      for listing in byMark.values {
        let indices = listing.map(\.index).sorted()
        for (index, line) in zip(indices, source.listing(indices))
        where line.count > Self.width {
          problems.append(
            Problem(
              path, index + 1,
              "expected at most \(Self.width) columns in a listing, found \(line.count)"
            ))
        }
      }
    }
    return problems
  }

  /// Pictures, logs, and names of logs that the book never uses.
  private func outputProblems() throws -> [Problem] {
    var problems: [Problem] = []
    for path in library.workspace.files(below: "Output") {
      if path.hasSuffix(".png"), !uses.pictures.contains(path) {
        problems.append(Problem(path, nil, "the picture is not shown in \(book)"))
      } else if path.hasSuffix("/log.txt") {
        do throws(WorkspaceError) {
          problems += try unusedNames(of: try library.log(path), path)
        } catch {
          problems.append(Problem(path, nil, error.description))
        }
      }
    }
    return problems
  }

  private func unusedNames(
    of log: Log, _ path: String
  ) throws(WorkspaceError) -> [Problem] {
    if !uses.files.contains(path), !log.lines.isEmpty {
      return [Problem(path, nil, "the log is not shown in \(book)")]
    }
    let namesPath = Log.namesPath(beside: path)
    let regions = log.regions.keys.filter { name in
      !uses.regions.contains("\(path)#\(name)") && !uses.whole.contains(path)
    }
    let values = log.values.keys.filter { !uses.values.contains("\(path)#\($0)") }
    if regions.isEmpty, values.isEmpty { return [] }
    let names = Line.all(of: try library.workspace.text(namesPath)).map(\.text)
    func problem(_ name: String, _ kind: String) -> Problem {
      let line = names.firstIndex { $0.contains("\"\(name)\":") }
      return Problem(
        namesPath, line.map { $0 + 1 }, "\(kind) \(name) is not used in \(book)")
    }
    return regions.map { problem($0, "region") } + values.map { problem($0, "value") }
  }
}
