/// An outline of straight lines, open or closed. Curves are divided into lines as they
/// are added, to within a fiftieth of a point.
///
///     var path = Path()
///     path.move(to: Point(10, 40))
///     path.line(to: Point(30, 10))
///     path.curve(to: Point(50, 40), control: Point(50, 10))
///     path.close()
struct Path: Sendable {
  struct Contour: Sendable {
    var points: [Point]
    var isClosed = false
  }

  var contours: [Contour] = []

  /// How far a line may be from the curve it stands for, in points.
  static let tolerance = 0.02

  /// A path with nothing in it.
  init() {}

  /// A path through the points. A point that is not finite interrupts it.
  init(_ points: [Point], closed: Bool = false) {
    for run in points.split(whereSeparator: { !$0.isFinite }) {
      contours.append(Contour(points: Array(run), isClosed: closed))
    }
  }

  /// A rectangle.
  init(_ rectangle: Rectangle) {
    self.init(rectangle.corners, closed: true)
  }

  /// A rectangle whose corners are rounded with a radius.
  init(_ rectangle: Rectangle, cornerRadius: Double) {
    let radius = min(cornerRadius, rectangle.width / 2, rectangle.height / 2)
    let inner = rectangle.inset(by: radius)
    let directions = [Point(-1, 0), Point(0, -1), Point(1, 0), Point(0, 1)]
    var points: [Point] = []
    for (i, corner) in inner.corners.enumerated() {
      points += Self.arc(
        around: corner, radius: radius,
        from: directions[i], to: directions[(i + 1) % 4])
    }
    self.init(points, closed: true)
  }

  /// A circle.
  init(circle center: Point, radius: Double) {
    self.init(
      Rectangle(
        x: center.x - radius, y: center.y - radius,
        width: 2 * radius, height: 2 * radius),
      cornerRadius: radius)
  }

  /// Begins a new contour at a point.
  mutating func move(to point: Point) {
    contours.append(Contour(points: [point]))
  }

  /// Goes on along a straight line. A path begins with `move(to:)`.
  mutating func line(to point: Point) {
    guard !contours.isEmpty else { return move(to: point) }
    contours[contours.count - 1].points.append(point)
  }

  /// Goes on along a quadratic Bézier curve: (1−t)² a + 2t (1−t) control + t² point
  mutating func curve(to point: Point, control: Point) {
    let start = contours.last?.points.last ?? control
    let bend = start - control * 2 + point
    // n equal steps of t stay within |bend| / 4n² of the curve.
    let steps = (bend.length / (4 * Self.tolerance)).squareRoot().rounded(.up)
    let count = steps < 100 ? max(Int(steps), 1) : 100
    for step in 1...count {
      let t = Double(step) / Double(count)
      let u = 1 - t
      line(to: start * (u * u) + control * (2 * t * u) + point * (t * t))
    }
  }

  /// Joins the last contour's end to its beginning.
  mutating func close() {
    guard !contours.isEmpty else { return }
    contours[contours.count - 1].isClosed = true
  }

  /// Adds a closed contour of points that are known to be finite.
  mutating func add(polygon points: [Point]) {
    contours.append(Contour(points: points, isClosed: true))
  }

  /// Adds another path's contours.
  mutating func append(_ other: Path) {
    contours += other.contours
  }

  /// Points on a circle from one direction to another, by the shorter way: the angle
  /// between them, at most half a turn, is halved until the lines are close enough.
  static func arc(
    around center: Point, radius: Double, from: Point, to: Point
  ) -> [Point] {
    func between(_ a: Point, _ b: Point) -> [Point] {
      let chord = (b - a).length
      // The height of the arc over its chord.
      let height = 1 - max(1 - chord * chord / 4, 0).squareRoot()
      guard height * radius > tolerance else { return [] }
      // Half a turn has no shorter way: go by the quarter turn.
      let middle = chord > 1.999 ? a.quarterTurn : (a + b).unit
      return between(a, middle) + [middle] + between(middle, b)
    }
    return ([from] + between(from, to) + [to]).map { center + $0 * radius }
  }
}
