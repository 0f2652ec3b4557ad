/// A source file and the regions that its marks name:
///
///     // snippet.step
///     func step(_ x: Double) -> Double { x - rate * derivative(x) }
///     // snippet.end
///
/// The region `arguments` may stand several times; it is never shown.
struct SourceFile: Sendable {
  /// The file's path in the package.
  let path: String
  /// Its lines without their ends.
  let lines: [String]
  /// The named regions: the indices of the lines between their marks.
  private(set) var regions: [String: Range<Int>] = [:]
  /// What is wrong with the marks.
  private(set) var problems: [Problem] = []
  /// The marks, and the lines of arguments.
  private var hidden: Set<Int> = []

  init(_ file: TextFile) {
    (path, lines, problems) = (file.path, file.lines, file.problems)
    var open: (name: String, mark: Int)?
    for index in lines.indices {
      let line = lines[index].dropFirst(lines[index].indentation)
      guard line.hasPrefix("// snippet.") else { continue }
      hidden.insert(index)
      let word = String(line.dropFirst("// snippet.".count))
      if word.isEmpty || word.contains(" ") {
        complain(index, "expected snippet.NAME or snippet.end, found snippet.\(word)")
      } else if word != "end" {
        if let (name, mark) = open {
          complain(
            index, "region \(word) begins within region \(name) of line \(mark + 1)")
        }
        open = (word, index)
      } else if let (name, mark) = open {
        close(name, mark + 1..<index)
        open = nil
      } else {
        complain(index, "snippet.end ends no region")
      }
    }
    if let open { complain(open.mark, "region \(open.name) is never ended") }
  }

  private mutating func close(_ name: String, _ range: Range<Int>) {
    let mark = range.lowerBound - 1
    if lines[range].allSatisfy(\.isBlank) {
      complain(mark, "region \(name) is empty")
    } else if name == "arguments" {
      hidden.formUnion(range)
    } else if let other = regions[name] {
      complain(mark, "region \(name) is named twice, first in line \(other.lowerBound)")
    } else {
      regions[name] = range
    }
  }

  private mutating func complain(_ index: Int, _ message: String) {
    problems.append(Problem(path, index + 1, message))
  }

  /// The lines that a region shows, or the whole file less its marks and arguments, by
  /// their indices: without blank lines at the ends, and no two of them in succession.
  func shownLines(of region: Range<Int>?) -> [Int] {
    var shown: [Int] = []
    for index in region ?? lines.indices where !hidden.contains(index) {
      let follows = shown.last.map { !lines[$0].isBlank } ?? false
      if follows || !lines[index].isBlank { shown.append(index) }
    }
    if let last = shown.last, lines[last].isBlank { shown.removeLast() }
    return shown
  }

  /// These lines as the book shows them, moved left as far as all of them go.
  func listing(of region: Range<Int>?) -> [String] {
    let shown = shownLines(of: region).map { lines[$0] }
    let indent = shown.filter { !$0.isBlank }.map(\.indentation).min() ?? 0
    return shown.map { String($0.dropFirst(indent)) }
  }

  /// The lines that have to be shown in the book: all but blank lines, imports, closing
  /// brackets alone, marks and the arguments of the command line.
  var lineIndicesToShow: [Int] {
    lines.indices.filter { index in
      let line = lines[index]
      return !hidden.contains(index) && !line.hasPrefix("import ")
        && !line.allSatisfy { ")]} ".contains($0) }
    }
  }
}
