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
  private let files: FileCache

  /// Reads a book of the workspace and works out what it ought to say.
  init(_ path: String, from files: FileCache) throws {
    self.path = path
    self.files = files
    book = Book(try files.workspace.text(path))
    old = book.text
    new = old
    problems = book.problems
    var contents: [(placed: Book.PlacedMark, lines: [String])] = []
    // A file that is not there is complained of once.
    var missing: Set<String> = []
    for placed in book.marks {
      let path = placed.mark.reference?.path ?? ""
      if missing.contains(path) { continue }
      do throws(WorkspaceError) {
        if let lines = try content(of: placed.mark) { contents.append((placed, lines)) }
      } catch {
        problems.append(book.problem(placed.line, error.description))
        if !files.workspace.exists(path) { missing.insert(path) }
      }
    }
    let lines = rewritten(with: contents)
    if problems.isEmpty { new = lines.map { $0 + "\n" }.joined() }
  }

  // What a mark asks for

  /// The lines of the mark's fence, or its number; nil where nothing is to be written, or
  /// nobody knows what.
  private mutating func content(of mark: BookMark) throws(WorkspaceError) -> [String]? {
    let lines: [String]?
    switch mark {
    case .listing(let reference): lines = try listing(reference)
    case .output(let reference): lines = try output(reference)
    case .value(let reference, let format):
      guard let log = try log(reference) else { return nil }
      guard let number = log.values[reference.name!] else {
        throw WorkspaceError("\(reference.path) has no value \(reference.name!)")
      }
      return [try format.text(number)]
    case .expr(let expression, let format):
      return [try format.text(expression.value)]
    case .option(let program, let name):
      return [try files.programs.standard(of: name, in: program)]
    case .run, .skip: return nil
    }
    // The book could not be read any more.
    if let line = lines?.first(where: { $0.endOfFence != nil }) {
      throw WorkspaceError("expected lines that can stand in a fence, found \(line)")
    }
    return lines
  }

  /// The lines of a source file, or of a region in it.
  private mutating func listing(
    _ reference: BookMark.Reference
  ) throws(WorkspaceError) -> [String]? {
    let source = try files.source(reference.path)
    problems += source.problems
    guard source.problems.isEmpty else { return nil }
    let region = reference.name.flatMap { source.regions[$0] }
    if let name = reference.name, region == nil {
      throw WorkspaceError("\(reference.path) has no region \(name)")
    }
    return source.listing(of: region)
  }

  /// The lines of a log, or of a region in it.
  private mutating func output(
    _ reference: BookMark.Reference
  ) throws(WorkspaceError) -> [String]? {
    guard let log = try log(reference) else { return nil }
    guard let name = reference.name else { return log.lines }
    guard let region = log.regions[name] else {
      throw WorkspaceError("\(reference.path) has no region \(name)")
    }
    return Array(log.lines[region.lowerBound - 1..<region.upperBound])
  }

  private mutating func log(
    _ reference: BookMark.Reference
  ) throws(WorkspaceError) -> ChapterLog? {
    guard reference.path.hasPrefix("Output/") else {
      throw WorkspaceError("expected a file below Output/, found \(reference.path)")
    }
    let log = try files.log(reference.path)
    problems += log.problems
    return log.problems.isEmpty ? log : nil
  }

  // What is written

  /// The book's lines with what the marks ask for.
  private mutating func rewritten(
    with contents: [(placed: Book.PlacedMark, lines: [String])]
  ) -> [String] {
    var lines = book.lines
    // What follows them, from the end: what is still to write stands where the book says.
    var rest: [[String]] = []
    for (placed, content) in contents.reversed() {
      switch placed.subject {
      case .fence(let fence):
        let before = book.lines[fence.content]
        // By bytes: strings would take two ways to write `é` for the same.
        let same = zip(before, content).prefix { $0.utf8.elementsEqual($1.utf8) }.count
        if same == before.count, same == content.count { continue }
        rest += [Array(lines[fence.closing...]), content]
        note(
          min(fence.opening + 1 + same, fence.closing), "differs from \(placed.text)")
        lines.removeSubrange(fence.content.lowerBound...)
      case .number(let place):
        var bytes = Array(lines[placed.line].utf8)
        let old = String(decoding: bytes[place], as: UTF8.self)
        guard old != content[0] else { continue }
        note(placed.line, "**\(old)** is **\(content[0])** by \(placed.text)")
        bytes.replaceSubrange(place, with: content[0].utf8)
        lines[placed.line] = String(decoding: bytes, as: UTF8.self)
      }
    }
    return lines + rest.reversed().joined()
  }

  private mutating func note(_ line: Int, _ message: String) {
    stale.append(book.problem(line, message))
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
