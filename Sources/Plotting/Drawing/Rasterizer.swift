/// Finds how much of each pixel a path covers, exactly.
///
/// An edge adds to each pixel of a row the change that it brings, from there on to the
/// right, to the signed area on its right; a running sum along the row then gives the
/// coverage. Contours are closed by the caller. Lengths are pixels.
/// Source: signed-area accumulation as in FreeType's "smooth" rasteriser and font-rs.
struct Rasterizer {
  let width: Int
  let height: Int
  /// The change of coverage at each pixel, row by row. Each row has two more, which take
  /// what is right of its last pixel.
  private var changes: [Double]
  /// A bit for each of the changes that was touched, 64 to a word; a row begins a word.
  private var touched: [UInt64]
  /// The rows in which some were.
  private var rows = 0..<0

  init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    changes = [Double](repeating: 0, count: (width + 2) * height)
    touched = [UInt64](repeating: 0, count: (width + 2 + 63) / 64 * height)
  }

  private var wordsPerRow: Int { (width + 2 + 63) / 64 }

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
    let first = Int(top.y)
    guard first < height else { return }
    let last = min(Int(bottom.y.rounded(.up)), height)
    rows =
      rows.isEmpty
      ? first..<last
      : min(rows.lowerBound, first)..<max(rows.upperBound, last)
    let slope = (bottom.x - top.x) / (bottom.y - top.y)
    let ends = min(top.x, bottom.x)...max(top.x, bottom.x)
    var (x, y) = (top.x, top.y)
    for row in first..<last {
      let nextY = min(bottom.y, Double(row + 1))
      var nextX = bottom.x
      if nextY < bottom.y {
        nextX = min(max(x + (nextY - y) * slope, ends.lowerBound), ends.upperBound)
      }
      addChanges(in: row, from: x, to: nextX, rise: (nextY - y) * sign)
      (x, y) = (nextX, nextY)
    }
  }

  /// Adds an edge within a row, from column x `a` to `b`, of a signed height.
  private mutating func addChanges(
    in row: Int, from a: Double, to b: Double, rise: Double
  ) {
    let (left, right) = a < b ? (a, b) : (b, a)
    let first = Int(left)
    let last = max(Int(right.rounded(.up)), first + 1)
    if last == first + 1 {
      // One pixel: the part of it right of the edge's middle is covered.
      let covered = Double(last) - (left + right) / 2
      add(rise * covered, at: row, first)
      add(rise * (1 - covered), at: row, last)
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
      add(area + before, at: row, column)
      before = part - area
    }
    add(before, at: row, last)
  }

  private mutating func add(_ change: Double, at row: Int, _ column: Int) {
    changes[row * (width + 2) + column] += change
    touched[row * wordsPerRow + (column >> 6)] |= 1 << UInt64(column & 63)
  }

  /// Calls `body` with each run of equally covered pixels, coverage from 1 to 255, row
  /// by row, and forgets the edges.
  mutating func sweep(
    _ body: (_ row: Int, _ columns: Range<Int>, _ coverage: Int) -> Void
  ) {
    for row in rows {
      var (sum, coverage, start) = (0.0, 0, 0)
      for word in 0..<wordsPerRow {
        var bits = touched[row * wordsPerRow + word]
        touched[row * wordsPerRow + word] = 0
        while bits != 0 {
          let column = (word << 6) + bits.trailingZeroBitCount
          bits &= bits - 1
          sum += changes[row * (width + 2) + column]
          changes[row * (width + 2) + column] = 0
          let next = Int(min(sum.magnitude, 1) * 255 + 0.5)
          if next == coverage { continue }
          if coverage > 0, start < width {
            body(row, start..<min(column, width), coverage)
          }
          (coverage, start) = (next, column)
        }
      }
    }
    rows = 0..<0
  }
}
