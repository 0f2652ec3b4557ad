extension Book {
  /// The tables that GitHub does not show: those without a head, a line of dashes, and
  /// rows of as many cells.
  var tableProblems: [Problem] {
    var problems: [Problem] = []
    var head = (line: 0, cells: 0)
    for (index, row) in rows.enumerated() {
      let isFirst = index == 0 || rows[index - 1] != row - 1
      let isLast = index + 1 == rows.count || rows[index + 1] != row + 1
      let cells = Self.cells(of: lines[row])
      if isFirst { head = (row, cells?.count ?? 0) }
      if let cells {
        if row == head.line + 1, !cells.allSatisfy(\.isDashes) {
          problems.append(problem(row, "expected a line such as |---|---|"))
        } else if cells.count != head.cells {
          problems.append(
            problem(
              row, "expected \(head.cells) cells, as in the head, found \(cells.count)")
          )
        }
      } else {
        problems.append(problem(row, "expected | at the end of the row"))
      }
      if isLast, row < head.line + 2 {
        problems.append(
          problem(head.line, "expected a table of a head, dashes and rows"))
      }
    }
    return problems
  }

  /// What stands between the bars, of which GitHub takes those in code for bars, too; nil
  /// where the last is missing.
  private static func cells(of row: String) -> [Substring]? {
    // A bar that is escaped ends no cell.
    let cells = row.replacing("\\\\", with: "  ").replacing("\\|", with: "  ")
      .split(separator: "|", omittingEmptySubsequences: false)
    return cells.last == "" ? Array(cells.dropFirst().dropLast()) : nil
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
