/// Finds how much of each pixel a path covers, exactly.
///
/// The picture is gone through row by row. An edge adds to each pixel of a row the change
/// that it brings, from there on to the right, to the signed area on its right; a running
/// sum along the row then gives the coverage. Contours are closed by the caller. Lengths
/// are pixels.
/// Source: signed-area accumulation as in FreeType's "smooth" rasteriser and font-rs.
struct Rasterizer {
  /// A line that goes down inside the picture.
  private struct Edge {
    let top: Point
    let bottom: Point
    /// 1 if it went down as it was added, −1 if it went up.
    let sign: Double
    /// Where it enters the row that is being gone through.
    var x: Double
    /// The edge that was added before it and begins in the same row, or −1.
    let before: Int
  }

  let width: Int
  let height: Int
  private var edges: [Edge] = []
  /// The last edge added that begins in each row, or −1.
  private var starts: [Int]
  private var rows = 0..<0
  /// The change of coverage at each pixel of a row, and two more that take what is right
  /// of its last pixel.
  private var changes: [Double]
  /// A bit for each pixel of the row whose change was touched, 64 to a word.
  private var touched: [UInt64]

  init(width: Int, height: Int) {
    (self.width, self.height) = (width, height)
    starts = [Int](repeating: -1, count: height)
    changes = [Double](repeating: 0, count: width + 2)
    touched = [UInt64](repeating: 0, count: (width + 2 + 63) / 64)
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
    let first = Int(top.y)
    guard first < height else { return }
    let last = min(Int(bottom.y.rounded(.up)), height)
    rows =
      rows.isEmpty
      ? first..<last
      : min(rows.lowerBound, first)..<max(rows.upperBound, last)
    edges.append(
      Edge(top: top, bottom: bottom, sign: sign, x: top.x, before: starts[first]))
    starts[first] = edges.count - 1
  }

  /// Calls `body` with each run of equally covered pixels, coverage from 1 to 255, row
  /// by row, and forgets the edges.
  mutating func sweep(
    _ body: (_ row: Int, _ columns: Range<Int>, _ coverage: Int) -> Void
  ) {
    var active: [Edge] = []
    for row in rows {
      var next = starts[row]
      starts[row] = -1
      while next >= 0 {
        active.append(edges[next])
        next = edges[next].before
      }
      var count = 0
      for i in active.indices {
        var edge = active[i]
        cross(row, &edge)
        guard edge.bottom.y > Double(row + 1) else { continue }
        active[count] = edge
        count += 1
      }
      active.removeLast(active.count - count)
      emit(row, body)
    }
    edges.removeAll(keepingCapacity: true)
    rows = 0..<0
  }

  /// Adds the changes that an edge brings to a row, and moves it on to the next.
  private mutating func cross(_ row: Int, _ edge: inout Edge) {
    let (top, bottom) = (edge.top, edge.bottom)
    let y = max(top.y, Double(row))
    let nextY = min(bottom.y, Double(row + 1))
    var nextX = bottom.x
    if nextY < bottom.y {
      let slope = (bottom.x - top.x) / (bottom.y - top.y)
      nextX = edge.x + (nextY - y) * slope
      nextX = min(max(nextX, min(top.x, bottom.x)), max(top.x, bottom.x))
    }
    addChanges(from: edge.x, to: nextX, rise: (nextY - y) * edge.sign)
    edge.x = nextX
  }

  /// Adds an edge within the row, from column x `a` to `b`, of a signed height.
  private mutating func addChanges(from a: Double, to b: Double, rise: Double) {
    let (left, right) = a < b ? (a, b) : (b, a)
    let first = Int(left)
    let last = max(Int(right.rounded(.up)), first + 1)
    if last == first + 1 {
      // One pixel: the part of it right of the edge's middle is covered.
      let covered = Double(last) - (left + right) / 2
      add(rise * covered, at: first)
      add(rise * (1 - covered), at: last)
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
      add(area + before, at: column)
      before = part - area
    }
    add(before, at: last)
  }

  private mutating func add(_ change: Double, at column: Int) {
    changes[column] += change
    touched[column >> 6] |= 1 << UInt64(column & 63)
  }

  /// Sums up the changes of a row, and clears them.
  private mutating func emit(
    _ row: Int,
    _ body: (_ row: Int, _ columns: Range<Int>, _ coverage: Int) -> Void
  ) {
    var sum = 0.0
    var coverage = 0
    var start = 0
    for word in touched.indices {
      var bits = touched[word]
      touched[word] = 0
      while bits != 0 {
        let column = (word << 6) + bits.trailingZeroBitCount
        bits &= bits - 1
        sum += changes[column]
        changes[column] = 0
        let next = Int(min(sum.magnitude, 1) * 255 + 0.5)
        if next == coverage { continue }
        if coverage > 0, start < width {
          body(row, start..<min(column, width), coverage)
        }
        (coverage, start) = (next, column)
      }
    }
  }
}
