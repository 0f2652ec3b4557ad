/// The values of a function of x and y at places in rows and columns.
///
///     let loss = Grid(x: -2...2, y: -1...3) { w, b in w * w + b * b }
///     figure.filledContours(loss, levels: [1, 2, 4], colorBar: "loss")
public struct Grid: Sendable {
  /// The place of each column, ascending.
  let x: [Double]
  /// The place of each row, ascending.
  let y: [Double]
  /// The numbers, `rows · columns` of them, row by row.
  private let values: [Double]

  var rows: Int { y.count }
  var columns: Int { x.count }

  /// The values at equally distant places, the ends included, two or more a side.
  public init(
    x: ClosedRange<Double>, y: ClosedRange<Double>, columns: Int = 101, rows: Int = 101,
    _ function: (_ x: Double, _ y: Double) -> Double
  ) {
    let xs = x.samples(max(columns, 2))
    let ys = y.samples(max(rows, 2))
    (self.x, self.y) = (xs, ys)
    values = ys.flatMap { y in xs.map { x in function(x, y) } }
  }

  /// The number in a row and a column.
  subscript(row: Int, column: Int) -> Double { values[row * columns + column] }
}
