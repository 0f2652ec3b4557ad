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
  public private(set) var problems: [Problem] = []
  /// The places whose text is not what it ought to be.
  public private(set) var stale: [Problem] = []

  let book: Book
  private(set) var uses = Uses()
  private let library: Library
  private var lines: [Line]

  /// Reads a book of the library's workspace and works out what it ought to say.
  init(_ path: String, from library: Library) throws {
    self.path = path
    self.library = library
    old = try library.workspace.text(path)
    new = old
    book = Book(path: path, text: old)
    lines = book.markdown.lines
    problems = book.problems + book.commands.problems
    problems += book.commands.found.filter { !isChapter($0.program) }.map {
      Problem(path, $0.line, "there is no chapter \($0.program) in Chapters/")
    }
    // From the end, so that what stands before keeps its place.
    for placed in book.marks.reversed() {
      do throws(WorkspaceError) {
        try refresh(placed)
      } catch {
        problems.append(Problem(path, placed.line + 1, error.description))
      }
    }
    if problems.isEmpty { new = lines.joined }
    for case .image(let target, _) in book.inlines.map(\.inline) {
      uses.pictures.insert(target)
    }
  }

  private mutating func refresh(_ placed: Book.PlacedMark) throws(WorkspaceError) {
    switch placed.mark {
    case .listing(let reference):
      fill(placed, with: try listing(reference, line: placed.line))
    case .output(let reference):
      fill(placed, with: try output(reference))
    case .value(let reference, let format):
      try setNumber(placed, to: try value(reference, format))
    case .run, .skip: break
    }
  }

  private func isChapter(_ program: String) -> Bool {
    library.workspace.files(below: "Chapters").contains { path in
      path.split(separator: "/")[1].split(separator: "-").dropFirst()
        .joined(separator: "-") == program
    }
  }

  /// The lines of a source file, or of a region in it.
  private mutating func listing(
    _ reference: Mark.Reference, line: Int
  ) throws(WorkspaceError) -> [String] {
    let source = try library.source(reference.path)
    problems += source.problems
    var region: Range<Int>?
    if let name = reference.name {
      guard name != "arguments" else {
        throw WorkspaceError("the regions named arguments are not for showing")
      }
      region = source.regions[name]
      guard region != nil || !source.problems.isEmpty else {
        throw WorkspaceError("\(reference.path) has no region \(name)")
      }
      uses.regions.insert(reference.description)
    } else {
      uses.whole.insert(reference.path)
    }
    let shown = source.shownLines(of: region)
    for index in shown {
      uses.sourceLines[reference.path, default: [:]][index, default: []].append(line)
    }
    return source.listing(shown)
  }

  /// The lines of a log, or of a region in it.
  private mutating func output(
    _ reference: Mark.Reference
  ) throws(WorkspaceError) -> [String] {
    let log = try log(reference)
    uses.files.insert(reference.path)
    guard let name = reference.name else {
      uses.whole.insert(reference.path)
      return log.lines
    }
    guard let region = log.regions[name] else {
      throw WorkspaceError("\(reference.path) has no region \(name)")
    }
    uses.regions.insert(reference.description)
    return Array(log.lines[region.lowerBound - 1..<region.upperBound])
  }

  /// A number of a log as text.
  private mutating func value(
    _ reference: Mark.Reference, _ format: ValueFormat
  ) throws(WorkspaceError) -> String {
    let log = try log(reference)
    uses.files.insert(reference.path)
    guard let number = log.values[reference.name!] else {
      throw WorkspaceError("\(reference.path) has no value \(reference.name!)")
    }
    uses.values.insert(reference.description)
    guard let text = format.text(number) else {
      throw WorkspaceError(
        "expected a whole number for %d, found \(reference) = \(number)")
    }
    return text
  }

  private func log(_ reference: Mark.Reference) throws(WorkspaceError) -> Log {
    guard reference.path.hasPrefix("Output/") else {
      throw WorkspaceError("expected a file below Output/, found \(reference.path)")
    }
    return try library.log(reference.path)
  }

  /// Puts the lines into the mark's fence, and makes the fence long enough for them.
  private mutating func fill(_ placed: Book.PlacedMark, with content: [String]) {
    let fence = placed.fence!
    let ending = lines[fence.opening].ending
    var filled = content.map { line in
      let text = fence.prefix + line
      return Line(text: line.isEmpty ? text.trimmedEnd : text, ending: ending)
    }
    let run = Fence.longestRun(of: fence.character, in: content)
    if run >= fence.length {
      let longer = String(repeating: fence.character, count: run + 1 - fence.length)
      for index in [fence.opening, fence.closing] {
        let text = lines[index].text
        let start = text.firstIndex(of: fence.character)!
        lines[index].text = text[..<start] + longer + text[start...]
      }
    }
    filled.insert(lines[fence.opening], at: 0)
    filled.append(lines[fence.closing])
    let whole = fence.opening...fence.closing
    if filled != Array(book.markdown.lines[whole]) {
      let changed = zip(filled, book.markdown.lines[whole]).prefix { $0 == $1 }.count
      stale.append(
        Problem(
          path, min(fence.opening + changed, fence.closing) + 1,
          "differs from \(placed.mark.reference!)"))
    }
    lines.replaceSubrange(whole, with: filled)
  }

  /// Writes a number between the stars before the mark.
  private mutating func setNumber(
    _ placed: Book.PlacedMark, to number: String
  ) throws(WorkspaceError) {
    let text = Array(lines[placed.line].text)
    let end = placed.columns.lowerBound
    guard end >= 4, text[end - 2..<end] == ["*", "*"],
      let start = (2...end - 2).last(where: { text[$0 - 2..<$0] == ["*", "*"] })
    else { throw WorkspaceError("the mark must stand right behind a **bold number**") }
    let old = String(text[start..<end - 2])
    guard !Array(old.utf8).elementsEqual(number.utf8) else { return }
    stale.append(
      Problem(
        path, placed.line + 1,
        "**\(old)** is **\(number)** in \(placed.mark.reference!)"))
    lines[placed.line].text =
      String(text[..<start]) + number + String(text[(end - 2)...])
  }
}

extension Refresh {
  /// Whether anything changes in the book.
  public var isStale: Bool { !old.utf8.elementsEqual(new.utf8) }

  /// What changes.
  public var diff: UnifiedDiff { UnifiedDiff(old: old, new: new, path: path) }

  /// Writes the book, whole or not at all; leaves it alone where nothing has changed.
  public func write(in workspace: Workspace) throws {
    guard isStale else { return }
    try writeWhole(Array(new.utf8), to: workspace.location(path))
  }
}
