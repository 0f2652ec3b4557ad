/// Rows of cells, each at the right of its column, below the names of the columns:
///
///     var table = Table(["w": 5, "loss": 9])
///     table.add("1.0", "0.2593")
///     table
///     //     w     loss
///     //   1.0   0.2593
///
/// A column is as wide as asked for or, where a cell would touch the one before it, as
/// wide as that cell and two spaces.
public struct Table: CustomStringConvertible {
  private let widths: [Int]
  private var rows: [[String]]

  /// A table of columns of these names and at least these widths.
  public init(_ columns: KeyValuePairs<String, Int>) {
    widths = columns.map(\.value)
    rows = [columns.map(\.key)]
  }

  /// Adds a row, which may end before the last column.
  public mutating func add(_ cells: String...) {
    rows.append(cells)
  }

  /// The rows as lines, without spaces at their ends.
  public var description: String {
    let widths = widths.enumerated().map { column, width in
      let longest = rows.compactMap { $0.dropFirst(column).first?.count }.max() ?? 0
      // Nothing stands before the first column.
      return column == 0 || longest < width ? max(longest, width) : longest + 2
    }
    return rows.map { row in
      let line = zip(row, widths).map { $0.padded($1) }.joined()
      return line.lastIndex { $0 != " " }.map { String(line[...$0]) } ?? ""
    }.joined(separator: "\n")
  }
}
