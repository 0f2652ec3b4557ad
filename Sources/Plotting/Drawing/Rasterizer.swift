/// Which places a path that crosses itself encloses.
public enum FillRule: Sendable {
  /// Those that it winds around, in one sense more often than in the other.
  case nonZero
  /// Those that a ray from outside reaches by an odd number of crossings.
  case evenOdd
}

/// Finds how much of each pixel a path covers, exactly.
///
/// An edge adds to each pixel of a row the change that it brings, from there on to the
/// right, to the signed area on its right; a running sum along the row then gives the
/// coverage. Contours are closed by the caller. Lengths are pixels.
/// Source: signed-area accumulation as in FreeType's "smooth" rasteriser and font-rs.
struct Rasterizer {
  let width: Int
  let height: Int
  /// The change of coverage at each pixel; a row has two more to take what is right of
  /// its last pixel.
  private var changes: [Double]
  /// The columns that edges touched in each row.
  private var touched: [Range<Int>]
  private var touchedRows = 0..<0

  init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    changes = [Double](repeating: 0, count: (width + 2) * height)
    touched = [Range<Int>](repeating: 0..<0, count: height)
  }

  /// Adds the edge from `a` to `b`, cut to the clipping rectangle, which lies inside
  /// the picture. What is left or right of it counts as on its border, so that the
  /// area inside keeps its winding.
  mutating func add(_ a: Point, _ b: Point, clip: Rectangle) {
    guard a.y != b.y, clip.width > 0, clip.height > 0 else { return }
    let (top, bottom, sign) = a.y < b.y ? (a, b, 1.0) : (b, a, -1.0)
    guard bottom.y > clip.y, top.y < clip.maxY else { return }
    if clip.contains(top), clip.contains(bottom) { return addInside(top, bottom, sign) }
    let slope = (bottom.x - top.x) / (bottom.y - top.y)
    func x(_ y: Double) -> Double {
      y == top.y ? top.x : y == bottom.y ? bottom.x : top.x + (y - top.y) * slope
    }
    var cuts = [max(top.y, clip.y), min(bottom.y, clip.maxY)]
    if slope != 0 {
      for border in [clip.x, clip.maxX] {
        let y = top.y + (border - top.x) / slope
        if y > cuts[0], y < cuts[cuts.count - 1] { cuts.append(y) }
      }
      cuts.sort()
    }
    for i in 1..<cuts.count where cuts[i] > cuts[i - 1] {
      let start = Point(min(max(x(cuts[i - 1]), clip.x), clip.maxX), cuts[i - 1])
      let end = Point(min(max(x(cuts[i]), clip.x), clip.maxX), cuts[i])
      addInside(start, end, sign)
    }
  }

  /// Adds an edge that goes down and lies inside the picture.
  private mutating func addInside(_ top: Point, _ bottom: Point, _ sign: Double) {
    let slope = (bottom.x - top.x) / (bottom.y - top.y)
    let (low, high) = (min(top.x, bottom.x), max(top.x, bottom.x))
    let rows = Int(top.y)..<min(Int(bottom.y.rounded(.up)), height)
    touchedRows =
      touchedRows.isEmpty
      ? rows
      : min(
        touchedRows.lowerBound, rows.lowerBound)..<max(
          touchedRows.upperBound, rows.upperBound)
    var x = top.x
    for row in rows {
      let y = max(top.y, Double(row))
      let nextY = min(bottom.y, Double(row + 1))
      let nextX =
        nextY == bottom.y ? bottom.x : min(max(x + (nextY - y) * slope, low), high)
      addInRow(row, x, nextX, (nextY - y) * sign)
      x = nextX
    }
  }

  /// Adds an edge within one row, from column x `a` to `b`, of a signed height.
  private mutating func addInRow(_ row: Int, _ a: Double, _ b: Double, _ rise: Double) {
    let (left, right) = a < b ? (a, b) : (b, a)
    let first = Int(left)
    let last = max(Int(right.rounded(.up)), first + 1)
    touch(row, first..<last + 1)
    let base = row * (width + 2)
    if last == first + 1 {
      // One pixel: the part of it right of the edge's middle is covered.
      let covered = Double(last) - (left + right) / 2
      changes[base + first] += rise * covered
      changes[base + last] += rise * (1 - covered)
      return
    }
    // Several pixels: the area right of the edge grows as a square in the first, as a
    // straight line between and as a square again in the last.
    let risePerPixel = rise / (right - left)
    var before = 0.0
    for column in first..<last {
      let (x0, x1) = (max(left, Double(column)), min(right, Double(column + 1)))
      let part = (x1 - x0) * risePerPixel
      let area = part * (Double(column + 1) - (x0 + x1) / 2)
      changes[base + column] += area + before
      before = part - area
    }
    changes[base + last] += before
  }

  private mutating func touch(_ row: Int, _ columns: Range<Int>) {
    let old = touched[row]
    touched[row] =
      old.isEmpty
      ? columns
      : min(
        old.lowerBound, columns.lowerBound)..<max(old.upperBound, columns.upperBound)
  }

  /// Calls `body` with each run of equally covered pixels, coverage from 1 to 255, row
  /// by row, and forgets the edges.
  mutating func sweep(
    _ rule: FillRule,
    _ body: (_ row: Int, _ columns: Range<Int>, _ coverage: Int) -> Void
  ) {
    for row in touchedRows {
      let base = row * (width + 2)
      var sum = 0.0
      var coverage = 0
      var start = 0
      for column in touched[row] {
        let change = changes[base + column]
        if change == 0 { continue }
        changes[base + column] = 0
        sum += change
        let next = Self.coverage(sum, rule)
        if next == coverage { continue }
        if coverage > 0, start < width {
          body(row, start..<min(column, width), coverage)
        }
        (coverage, start) = (next, column)
      }
      touched[row] = 0..<0
    }
    touchedRows = 0..<0
  }

  private static func coverage(_ sum: Double, _ rule: FillRule) -> Int {
    switch rule {
    case .nonZero:
      return Int(min(sum.magnitude, 1) * 255 + 0.5)
    case .evenOdd:
      let folded = sum.magnitude.truncatingRemainder(dividingBy: 2)
      return Int((folded > 1 ? 2 - folded : folded) * 255 + 0.5)
    }
  }
}
