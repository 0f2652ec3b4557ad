/// Numbers in rows and columns, each at a place (x, y).
///
///     let loss = Grid(x: -2...2, y: -1...3, columns: 101, rows: 101) { w, b in
///       w * w + b * b
///     }
public struct Grid: Sendable {
  /// The place of each column, ascending.
  public let x: [Double]
  /// The place of each row, ascending.
  public let y: [Double]
  /// The numbers, `rows · columns` of them, row by row.
  public let values: [Double]
  /// Whether the rows are shown from the top downwards.
  let isMatrix: Bool

  /// The number of rows.
  public var rows: Int { y.count }
  /// The number of columns.
  public var columns: Int { x.count }

  /// A matrix, whose rows are shown from the top downwards.
  public init(
    rows: Int, columns: Int, values: [Double],
    file: StaticString = #fileID, line: UInt = #line
  ) {
    guard rows > 0, columns > 0, values.count == rows * columns else {
      fatalError(
        "Grid: \(values.count) values are not \(rows) rows of \(columns)",
        file: file, line: line)
    }
    x = (0..<columns).map(Double.init)
    y = (0..<rows).map(Double.init)
    self.values = values
    isMatrix = true
  }

  /// The values of a function at equally distant places, the ends included.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 101, rows: Int = 101,
    _ function: (_ x: Double, _ y: Double) -> Double
  ) {
    let xs = x.samples(max(columns, 2))
    let ys = y.samples(max(rows, 2))
    (self.x, self.y) = (xs, ys)
    values = ys.flatMap { y in xs.map { x in function(x, y) } }
    isMatrix = false
  }

  /// The number in a row and a column.
  public subscript(row: Int, column: Int) -> Double { values[row * columns + column] }
}
