import Files

/// A book brought up to date, in memory: what is marked is written anew from sources and
/// logs, all else stays as it is.
public struct Refresh {
  /// The book's file.
  public let path: String
  /// Its text as it was.
  public let old: String
  /// Its text as it ought to be; the old one where marks are wrong.
  public private(set) var new: String
  /// Marks that mean nothing: with any of them the book is left as it is.
  public private(set) var problems: [Problem]
  /// The places whose text is not what it ought to be.
  public private(set) var stale: [Problem] = []

  let book: Book
  private(set) var coverage = Coverage()
  private let files: FileCache
  /// Files that a mark names and that are not there, each complained of once.
  private var missing: Set<String> = []

  /// Reads a book of the workspace and works out what it ought to say.
  init(_ path: String, from files: FileCache) throws {
    self.path = path
    self.files = files
    book = Book(try files.workspace.text(path))
    old = book.text
    new = old
    problems = book.problems + book.commands.problems
    var contents: [(placed: Book.PlacedMark, lines: [String])] = []
    for placed in book.marks {
      do throws(WorkspaceError) {
        if let lines = try content(of: placed) { contents.append((placed, lines)) }
      } catch {
        problems.append(Problem(path, placed.line + 1, error.description))
      }
    }
    let lines = rewritten(with: contents)
    if problems.isEmpty { new = lines.map { $0 + "\n" }.joined() }
  }

  // What a mark asks for

  /// The lines of the mark's fence, or its number; nil where nothing is to be written.
  private mutating func content(
    of placed: Book.PlacedMark
  ) throws(WorkspaceError) -> [String]? {
    if case .expr(let expression, let format) = placed.mark {
      return [try text(of: expression.value, format, expression.text)]
    }
    if case .option(let program, let name) = placed.mark {
      return [try files.programs.standard(of: name, in: program)]
    }
    guard let reference = placed.mark.reference else { return nil }
    let workspace = files.workspace
    if workspace.holds(reference.path), !workspace.exists(reference.path),
      !missing.insert(reference.path).inserted
    {
      return nil
    }
    let content: [String]?
    switch placed.mark {
    case .listing: content = try listing(reference, line: placed.line)
    case .output: content = try output(reference)
    case .value(_, let format): return try value(reference, format).map { [$0] }
    case .expr, .option, .run, .skip: return nil
    }
    // The book could not be read any more.
    if let line = content?.first(where: {
      $0.isFence || $0.contains("<!-- book:")
    }) {
      throw WorkspaceError("expected lines that can stand in a fence, found \(line)")
    }
    return content
  }

  /// The lines of a source file, or of a region in it.
  private mutating func listing(
    _ reference: BookMark.Reference, line: Int
  ) throws(WorkspaceError) -> [String]? {
    let source = try files.source(reference.path)
    problems += source.problems
    var region: Range<Int>?
    if let name = reference.name {
      guard name != "arguments" else {
        throw WorkspaceError("the regions named arguments are not for showing")
      }
      region = source.regions[name]
      guard region != nil else {
        if !source.problems.isEmpty { return nil }
        throw WorkspaceError("\(reference.path) has no region \(name)")
      }
      coverage.regions.insert(reference.description)
    } else {
      coverage.whole.insert(reference.path)
    }
    let listing = Listing(of: source, region: region)
    problems += listing.problems
    for index in listing.indices {
      coverage.sourceLines[reference.path, default: [:]][index, default: []].append(
        line)
    }
    return listing.lines
  }

  /// The lines of a log, or of a region in it.
  private mutating func output(
    _ reference: BookMark.Reference
  ) throws(WorkspaceError) -> [String]? {
    let log = try log(reference)
    guard let name = reference.name else {
      coverage.whole.insert(reference.path)
      return log.lines
    }
    guard let region = log.regions[name] else {
      if !log.problems.isEmpty { return nil }
      throw WorkspaceError("\(reference.path) has no region \(name)")
    }
    coverage.regions.insert(reference.description)
    return Array(log.lines[region.lowerBound - 1..<region.upperBound])
  }

  /// A number of a log as text.
  private mutating func value(
    _ reference: BookMark.Reference, _ format: ValueFormat
  ) throws(WorkspaceError) -> String? {
    let log = try log(reference)
    guard let number = log.values[reference.name!] else {
      if !log.problems.isEmpty { return nil }
      throw WorkspaceError("\(reference.path) has no value \(reference.name!)")
    }
    coverage.values.insert(reference.description)
    return try text(of: number, format, reference.description)
  }

  private func text(
    of number: Double, _ format: ValueFormat, _ source: String
  ) throws(WorkspaceError) -> String {
    guard let text = format.text(number) else {
      throw WorkspaceError(
        "expected a whole number for %d, found \(source) = \(number)")
    }
    return text
  }

  private mutating func log(
    _ reference: BookMark.Reference
  ) throws(WorkspaceError) -> ChapterLog {
    guard reference.path.hasPrefix("Output/") else {
      throw WorkspaceError("expected a file below Output/, found \(reference.path)")
    }
    let log = try files.log(reference.path)
    problems += log.problems
    coverage.files.insert(reference.path)
    return log
  }

  // What is written

  /// The book's lines with what the marks ask for.
  private mutating func rewritten(
    with contents: [(placed: Book.PlacedMark, lines: [String])]
  ) -> [String] {
    var lines: [String] = []
    var done = 0
    // Bytes by which what stands behind a rewritten number has moved.
    var moved = (line: -1, by: 0)
    for (placed, content) in contents {
      let source = placed.mark.source
      switch placed.subject {
      case .fence(let fence):
        lines += book.lines[done..<fence.content.lowerBound] + content
        done = fence.closing
        let before = book.lines[fence.content]
        guard !before.isSame(as: content) else { continue }
        let same = zip(before, content).prefix { $0.utf8.elementsEqual($1.utf8) }.count
        note(min(fence.opening + 1 + same, fence.closing), "differs from \(source)")
      case .number(let columns):
        if moved.line != placed.line {
          lines += book.lines[done...placed.line]
          done = placed.line + 1
          moved = (placed.line, 0)
        }
        var bytes = Array(lines[lines.count - 1].utf8)
        let place = columns.lowerBound + moved.by..<columns.upperBound + moved.by
        let old = String(decoding: bytes[place], as: UTF8.self)
        guard old != content[0] else { continue }
        note(placed.line, "**\(old)** is **\(content[0])** in \(source)")
        bytes.replaceSubrange(place, with: content[0].utf8)
        moved.by += content[0].utf8.count - place.count
        lines[lines.count - 1] = String(decoding: bytes, as: UTF8.self)
      }
    }
    return lines + book.lines[done...]
  }

  private mutating func note(_ line: Int, _ message: String) {
    stale.append(Problem(path, line + 1, message))
  }

  /// Whether anything changes in the book.
  public var isStale: Bool { !old.utf8.elementsEqual(new.utf8) }

  /// The book before and after.
  public var change: TextDifference.Change { (path, Array(old.utf8), Array(new.utf8)) }

  /// Writes the book, whole or not at all; leaves it alone where nothing has changed.
  public func write(in workspace: Workspace) throws {
    guard isStale else { return }
    try writeWhole(Array(new.utf8), to: workspace.location(path))
  }
}

extension ArraySlice<String> {
  /// By bytes: strings would take two ways to write `é` for the same.
  fileprivate func isSame(as other: [String]) -> Bool {
    count == other.count
      && zip(self, other).allSatisfy { $0.utf8.elementsEqual($1.utf8) }
  }
}
