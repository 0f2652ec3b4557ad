/// A place, or a distance, on a canvas: points to the right and points downwards.
struct Point: Equatable, Sendable {
  var x: Double
  var y: Double

  init(_ x: Double, _ y: Double) {
    (self.x, self.y) = (x, y)
  }

  static func + (a: Point, b: Point) -> Point { Point(a.x + b.x, a.y + b.y) }
  static func - (a: Point, b: Point) -> Point { Point(a.x - b.x, a.y - b.y) }
  static func * (a: Point, k: Double) -> Point { Point(a.x * k, a.y * k) }

  /// The distance from the origin.
  var length: Double { (x * x + y * y).squareRoot() }

  /// The vector of length 1 in this direction; zero stays zero.
  var unit: Point {
    let length = length
    return length > 0 ? Point(x / length, y / length) : self
  }

  /// The vector turned by a quarter: from x towards y.
  var quarterTurn: Point { Point(-y, x) }

  var isFinite: Bool { x.isFinite && y.isFinite }

  static func dot(_ a: Point, _ b: Point) -> Double { a.x * b.x + a.y * b.y }
  static func cross(_ a: Point, _ b: Point) -> Double { a.x * b.y - a.y * b.x }
}
