extension Grid {
  /// The areas in which the numbers are at or above a level, by marching squares.
  ///
  /// Between neighbouring numbers the level is found by a straight line. Where a cell has
  /// opposite corners above the level and the others below, the mean of the four decides
  /// whether these two are joined. A number that is not finite is below every level.
  func areas(from level: Double) -> [[Point]] {
    MarchingSquares(grid: self, level: level).areas
  }
}

private struct MarchingSquares {
  let grid: Grid
  let level: Double

  /// The parts of all cells. Full cells in a row are one.
  var areas: [[Point]] {
    var result: [[Point]] = []
    for row in 0..<grid.rows - 1 {
      var column = 0
      while column < grid.columns - 1 {
        let first = column
        while column < grid.columns - 1, highCorners(row, column) == 4 {
          column += 1
        }
        if column > first {
          let (left, right) = (grid.x[first], grid.x[column])
          result.append([
            Point(left, grid.y[row]), Point(right, grid.y[row]),
            Point(right, grid.y[row + 1]), Point(left, grid.y[row + 1]),
          ])
          continue
        }
        if highCorners(row, column) > 0 { result += parts(row, column) }
        column += 1
      }
    }
    return result
  }

  private func isHigh(_ row: Int, _ column: Int) -> Bool {
    let value = grid[row, column]
    return value.isFinite && value >= level
  }

  private func highCorners(_ row: Int, _ column: Int) -> Int {
    (isHigh(row, column) ? 1 : 0) + (isHigh(row, column + 1) ? 1 : 0)
      + (isHigh(row + 1, column) ? 1 : 0) + (isHigh(row + 1, column + 1) ? 1 : 0)
  }

  /// The polygons of a cell that are at or above the level: the way around the cell,
  /// against the clock, over its high corners and the crossings of its border.
  private func parts(_ row: Int, _ column: Int) -> [[Point]] {
    let corners = [
      (row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column),
    ]
    var way: [Point] = []
    var high: [Int] = []
    for i in 0..<4 {
      let (a, b) = (corners[i], corners[(i + 1) % 4])
      let (highA, highB) = (isHigh(a.0, a.1), isHigh(b.0, b.1))
      if highA {
        high.append(way.count)
        way.append(Point(grid.x[a.1], grid.y[a.0]))
      }
      if highA != highB { way.append(crossing(a, b)) }
    }
    let crossings = way.count - high.count
    guard crossings == 4, !isJoined(row, column) else { return [way] }
    // Two high corners, each between its two crossings.
    return high.map { i in [way[(i + 5) % 6], way[i], way[(i + 1) % 6]] }
  }

  /// The point between two grid points where the level is passed. It does not depend on
  /// which comes first, so that neighbouring cells agree.
  private func crossing(_ a: (Int, Int), _ b: (Int, Int)) -> Point {
    if a > b { return crossing(b, a) }
    let (va, vb) = (grid[a.0, a.1], grid[b.0, b.1])
    let part =
      va.isFinite && vb.isFinite ? (level - va) / (vb - va) : va.isFinite ? 0 : 1
    return Point(
      grid.x[a.1] + (grid.x[b.1] - grid.x[a.1]) * part,
      grid.y[a.0] + (grid.y[b.0] - grid.y[a.0]) * part)
  }

  /// Whether the high corners of a cell with four crossings are joined in its middle.
  private func isJoined(_ row: Int, _ column: Int) -> Bool {
    let sum =
      grid[row, column] + grid[row, column + 1] + grid[row + 1, column]
      + grid[row + 1, column + 1]
    return sum / 4 >= level
  }
}
