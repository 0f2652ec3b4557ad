extension Book {
  /// Whether GitHub shows the tables: a head, a line of dashes, and rows of as many cells.
  mutating func checkTables() {
    var head = (line: -1, cells: 0)
    for (index, row) in rows.enumerated() {
      let cells = Self.cells(of: lines[row])
      if index == 0 || rows[index - 1] != row - 1 { head = (row, cells?.count ?? 0) }
      if let cells {
        if row == head.line + 1, !cells.allSatisfy(\.isDashes) {
          complain(row, "expected a line such as |---|---|")
        } else if cells.count != head.cells {
          complain(
            row, "expected \(head.cells) cells, as in the head, found \(cells.count)")
        }
      } else {
        complain(row, "expected | at the end of the row")
      }
      let isLast = index + 1 == rows.count || rows[index + 1] != row + 1
      if isLast, row < head.line + 2 {
        complain(head.line, "expected a table of a head, dashes and rows")
      }
    }
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
