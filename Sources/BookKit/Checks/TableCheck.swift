/// Whether GitHub shows a page's tables: a head, a line of dashes, and rows of as many
/// cells.
struct TableCheck {
  private let book: Book

  init(_ book: Book) {
    self.book = book
  }

  /// All problems.
  var problems: [Problem] {
    var problems: [Problem] = []
    let code = Set(book.fences.flatMap(\.content))
    /// The first line of the table, and its number of cells.
    var head: (line: Int, cells: Int)?
    // A blank line ends a table at the end.
    for (index, line) in (book.lines + [""]).enumerated() {
      guard line.hasPrefix("|"), !code.contains(index) else {
        if let (first, _) = head, index < first + 3 {
          problems.append(problem(first, "expected a table of a head, dashes and rows"))
        }
        head = nil
        continue
      }
      let cells = Self.cells(of: line)
      let (first, count) = head ?? (index, cells?.count ?? 0)
      head = (first, count)
      if let cells {
        if index == first + 1, !cells.allSatisfy(\.isDashes) {
          problems.append(problem(index, "expected a line such as |---|---|"))
        } else if cells.count != count {
          problems.append(
            problem(
              index, "expected \(count) cells, as in the head, found \(cells.count)"))
        }
      } else {
        problems.append(problem(index, "expected | at the end of the row"))
      }
    }
    return problems
  }

  private func problem(_ line: Int, _ message: String) -> Problem {
    Problem(book.path, line + 1, message)
  }

  /// What stands between the bars, of which GitHub takes those in code for bars, too; nil
  /// where the last is missing.
  private static func cells(of line: String) -> [Substring]? {
    var cells: [Substring] = []
    var start = line.index(after: line.startIndex)
    var isEscaped = false
    for index in line.indices.dropFirst() {
      if line[index] == "|", !isEscaped {
        cells.append(line[start..<index])
        start = line.index(after: index)
      }
      isEscaped = line[index] == "\\" && !isEscaped
    }
    return start == line.endIndex ? cells : nil
  }
}

extension Substring {
  /// `---`, or `:--` and the like.
  fileprivate var isDashes: Bool {
    let text = trimmed
    return text.count >= 3 && text.dropFirst().dropLast().allSatisfy { $0 == "-" }
      && text.allSatisfy { ":-".contains($0) }
  }
}
