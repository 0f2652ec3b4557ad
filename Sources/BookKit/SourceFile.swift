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

  private var marks: Set<Int> = []
  private var arguments: Set<Int> = []

  init(_ file: TextFile) {
    (path, lines, problems) = (file.path, file.lines, file.problems)
    var open: (name: String, mark: Int)?
    for index in lines.indices {
      guard let word = Self.mark(in: lines[index]) else { continue }
      marks.insert(index)
      if word == "end" {
        if let open {
          close(open.name, open.mark, index)
        } else {
          complain(index, "snippet.end ends no region")
        }
        open = nil
      } else if !Self.isName(word) {
        complain(index, "expected snippet.NAME or snippet.end, found snippet.\(word)")
      } else {
        if let open {
          complain(
            index,
            "region \(word) begins within region \(open.name) of line \(open.mark + 1)")
        }
        open = (word, index)
      }
    }
    if let open { complain(open.mark, "region \(open.name) is never ended") }
  }

  /// What follows `// snippet.`, where that is all of the line.
  private static func mark(in line: String) -> String? {
    let text = line.trimmed
    for start in ["// snippet.", "//snippet."] where text.hasPrefix(start) {
      return String(text.dropFirst(start.count))
    }
    return nil
  }

  private static func isName(_ word: String) -> Bool {
    !word.isEmpty
      && word.allSatisfy { $0.isLetter || $0.isNumber || "-._".contains($0) }
  }

  private mutating func close(_ name: String, _ mark: Int, _ end: Int) {
    let range = mark + 1..<end
    if range.allSatisfy({ lines[$0].isBlank }) {
      complain(mark, "region \(name) is empty")
    } else if name == "arguments" {
      arguments.formUnion(range)
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
    for index in region ?? lines.indices {
      if marks.contains(index) || arguments.contains(index) { continue }
      if lines[index].isBlank, shown.last.map({ lines[$0].isBlank }) ?? true {
        continue
      }
      shown.append(index)
    }
    if let last = shown.last, lines[last].isBlank { shown.removeLast() }
    return shown
  }

  /// The lines that have to be shown in the book: all but blank lines, imports, closing
  /// brackets alone, marks and the arguments of the command line.
  var lineIndicesToShow: [Int] {
    lines.indices.filter { index in
      let text = lines[index].trimmed
      return !marks.contains(index) && !arguments.contains(index)
        && !text.hasPrefix("import ") && !text.allSatisfy { ")]}".contains($0) }
    }
  }
}
