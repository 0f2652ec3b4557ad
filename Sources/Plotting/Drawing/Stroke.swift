/// How a line is drawn along a path.
struct Stroke {
  /// The form of the outer side where two lines meet.
  enum Join {
    /// Both edges go on to their common point, unless that is more than 4 half widths
    /// away; then a straight cut.
    case miter
    /// An arc around the common point.
    case round
  }

  /// The form of an open end.
  enum Cap {
    /// Cut at the end.
    case butt
    /// Half a width further than the end.
    case square
  }

  /// The width in points.
  var width: Double
  /// The form of the corners.
  var join = Join.round
  /// The form of the ends, also of dashes.
  var cap = Cap.butt
  /// The lengths of dashes and gaps in turn, in points; empty for an unbroken line.
  var dashes: [Double] = []

  /// The outline of the stroke along a path, to be filled by the non-zero rule: a
  /// quadrilateral for each line, a piece for each corner and each end, all of one
  /// sense.
  func outline(of path: Path) -> Path {
    var outline = Path()
    for contour in path.contours {
      for line in dashed(contour) {
        add(line, to: &outline)
      }
    }
    return outline
  }

  private func add(_ line: Path.Contour, to outline: inout Path) {
    var points: [Point] = []
    for point in line.points
    where points.last.map({ ($0 - point).length > 1e-9 }) ?? true {
      points.append(point)
    }
    var isClosed = line.isClosed
    if isClosed, points.count > 1, (points[0] - points[points.count - 1]).length <= 1e-9
    {
      points.removeLast()
    }
    if points.count < 3 { isClosed = false }
    guard points.count > 1 else { return }
    let (start, end) = (points[0], points[points.count - 1])

    var directions = (1..<points.count).map { (points[$0] - points[$0 - 1]).unit }
    if isClosed { directions.append((start - end).unit) }
    for (i, direction) in directions.enumerated() {
      let side = direction.quarterTurn * (width / 2)
      let (a, b) = (points[i], points[(i + 1) % points.count])
      outline.add(polygon: [a + side, b + side, b - side, a - side])
      if i > 0 || isClosed {
        let before = directions[(i + directions.count - 1) % directions.count]
        addJoin(at: a, before, direction, to: &outline)
      }
    }
    if !isClosed {
      addCap(at: start, towards: directions[0] * -1, to: &outline)
      addCap(at: end, towards: directions[directions.count - 1], to: &outline)
    }
  }

  private func addCap(at point: Point, towards direction: Point, to outline: inout Path)
  {
    guard cap == .square else { return }
    let (side, out) = (direction.quarterTurn * (width / 2), direction * (width / 2))
    let (a, b) = (point + side, point - side)
    outline.add(polygon: [a, a + out, b + out, b])
  }

  /// Fills the gap on the outer side of the corner between two directions.
  private func addJoin(
    at point: Point, _ before: Point, _ after: Point, to outline: inout Path
  ) {
    let turn = Point.cross(before, after)
    let cosine = Point.dot(before, after)
    if turn == 0, cosine > 0 { return }
    // The outer side is the one turned away from, taken in the sense of the quarter
    // turn, so that an about-turn is rounded over the end and not back over the line.
    let (from, to) =
      turn >= 0
      ? (before.quarterTurn * -1, after.quarterTurn * -1)
      : (after.quarterTurn, before.quarterTurn)
    let radius = width / 2
    var rim = [point + from * radius, point + to * radius]
    switch join {
    case .round:
      rim = Path.arc(around: point, radius: radius, from: from, to: to)
    case .miter:
      // The tip is 1 / cos(half the turn) half widths away: cos² = (1 + cosine) / 2.
      if 1 + cosine > 2.0 / 16 {
        rim.insert(point + (from + to) * (radius / (1 + cosine)), at: 1)
      }
    }
    outline.add(polygon: [point] + rim.reversed())
  }

  /// The contour cut into dashes, or as it is where the stroke has none.
  private func dashed(_ contour: Path.Contour) -> [Path.Contour] {
    guard !dashes.isEmpty, dashes.allSatisfy({ $0 > 0 }) else { return [contour] }
    var points = contour.points
    if contour.isClosed, let first = points.first { points.append(first) }
    guard let first = points.first else { return [] }
    var result: [Path.Contour] = []
    var dash = [first]
    var index = 0
    var left = dashes[0]
    for i in 1..<max(points.count, 1) {
      let step = points[i] - points[i - 1]
      let length = step.length
      var walked = 0.0
      while length - walked > left {
        walked += left
        let point = points[i - 1] + step * (walked / length)
        if index % 2 == 0 { result.append(Path.Contour(points: dash + [point])) }
        dash = [point]
        index += 1
        left = dashes[index % dashes.count]
      }
      left -= length - walked
      dash.append(points[i])
    }
    if index % 2 == 0, dash.count > 1 { result.append(Path.Contour(points: dash)) }
    return result
  }
}
