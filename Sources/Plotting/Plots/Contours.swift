/// Where a grid of numbers passes a level, by marching squares.
///
/// Between neighbouring numbers the level is found by a straight line. Where a cell has
/// opposite corners above the level and the others below, the mean of the four decides
/// which two are joined. A number that is not finite counts as below every level.
struct Contours {
  let grid: Grid
  let level: Double

  /// A corner of a cell or a crossing of its border, on the way around the cell.
  private enum Stop {
    case corner(Point)
    /// `edge` numbers the grid's edges.
    case crossing(Point, edge: Int, goesUp: Bool)
  }

  /// The lines along the level, as long as can be, with the higher side on their left
  /// as the axes are drawn with y upwards. A closed line ends where it begins.
  var lines: [[Point]] {
    // For each edge the point on it, the edge that its line goes on to, and whether a
    // line arrives.
    let edges = 2 * grid.rows * grid.columns
    var points = [Point](repeating: Point(0, 0), count: edges)
    var next = [Int](repeating: -1, count: edges)
    var hasArrival = [Bool](repeating: false, count: edges)
    for row in 0..<grid.rows - 1 {
      for column in 0..<grid.columns - 1
      where (1...3).contains(highCorners(row, column)) {
        for (from, to) in segments(row, column) {
          points[from.edge] = from.point
          points[to.edge] = to.point
          next[from.edge] = to.edge
          hasArrival[to.edge] = true
        }
      }
    }
    var result: [[Point]] = []
    func follow(_ start: Int) {
      var line = [points[start]]
      var edge = start
      while next[edge] >= 0 {
        let following = next[edge]
        next[edge] = -1
        edge = following
        line.append(points[edge])
      }
      result.append(line)
    }
    // Lines that end at the grid's border come first; what is left is closed.
    for edge in 0..<edges where next[edge] >= 0 && !hasArrival[edge] { follow(edge) }
    for edge in 0..<edges where next[edge] >= 0 { follow(edge) }
    return result
  }

  /// The parts of the cells at or above the level. Full cells in a row are one.
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

  /// The high corners and the crossings of a cell's border, against the clock.
  private func stops(_ row: Int, _ column: Int) -> [Stop] {
    let corners = [
      (row, column), (row, column + 1), (row + 1, column + 1), (row + 1, column),
    ]
    // An edge has the number of its corner of least row and column, twice, and one more
    // if it goes up.
    let (width, here) = (grid.columns, row * grid.columns + column)
    let edges = [2 * here, 2 * (here + 1) + 1, 2 * (here + width), 2 * here + 1]
    var stops: [Stop] = []
    for i in 0..<4 {
      let (a, b) = (corners[i], corners[(i + 1) % 4])
      let (highA, highB) = (isHigh(a.0, a.1), isHigh(b.0, b.1))
      if highA { stops.append(.corner(Point(grid.x[a.1], grid.y[a.0]))) }
      if highA != highB {
        stops.append(.crossing(crossing(a, b), edge: edges[i], goesUp: highB))
      }
    }
    return stops
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

  private typealias End = (point: Point, edge: Int)

  /// The lines through a cell, each from the crossing where the border goes down to
  /// that where it goes up, with the high side on the left.
  private func segments(_ row: Int, _ column: Int) -> [(End, End)] {
    var ups: [(End, index: Int)] = []
    var downs: [(End, index: Int)] = []
    for case .crossing(let point, let edge, let goesUp) in stops(row, column) {
      let index = ups.count + downs.count
      if goesUp {
        ups.append(((point, edge), index))
      } else {
        downs.append(((point, edge), index))
      }
    }
    if downs.count == 2, !isJoined(row, column) {
      // Each high corner is cut off: down and the up before it.
      return downs.map { down in
        let before = ups.first { $0.index == (down.index + 3) % 4 }!
        return (down.0, before.0)
      }
    }
    return downs.map { down in
      let after = ups.first { $0.index == (down.index + 1) % (2 * downs.count) }!
      return (down.0, after.0)
    }
  }

  /// The polygons of a cell that are at or above the level.
  private func parts(_ row: Int, _ column: Int) -> [[Point]] {
    let stops = stops(row, column)
    let polygon = stops.map { stop in
      switch stop {
      case .corner(let point), .crossing(let point, _, _): point
      }
    }
    if polygon.isEmpty { return [] }
    let crossings = stops.count { if case .crossing = $0 { true } else { false } }
    guard crossings == 4, !isJoined(row, column) else { return [polygon] }
    // Two high corners, each between its two crossings.
    let corners = stops.indices.filter {
      if case .corner = stops[$0] { true } else { false }
    }
    return corners.map { i in
      [-1, 0, 1].map { polygon[(i + $0 + polygon.count) % polygon.count] }
    }
  }
}
