/// An upright rectangle, by its corner of least x and y and its size.
struct Rectangle: Equatable, Sendable {
  /// The left edge.
  var x: Double
  /// The upper edge.
  var y: Double
  /// The extent to the right.
  var width: Double
  /// The extent downwards.
  var height: Double

  /// The right edge.
  var maxX: Double { x + width }
  /// The lower edge.
  var maxY: Double { y + height }
  /// The point in the middle.
  var center: Point { Point(x + width / 2, y + height / 2) }

  /// The upper left, upper right, lower right and lower left corner.
  var corners: [Point] {
    [Point(x, y), Point(maxX, y), Point(maxX, maxY), Point(x, maxY)]
  }

  /// The rectangle with each edge moved inwards by a distance, or outwards by a
  /// negative one.
  func inset(by distance: Double) -> Rectangle {
    Rectangle(
      x: x + distance, y: y + distance,
      width: max(width - 2 * distance, 0), height: max(height - 2 * distance, 0))
  }

  func contains(_ point: Point) -> Bool {
    point.x >= x && point.x <= maxX && point.y >= y && point.y <= maxY
  }

  func intersection(_ other: Rectangle) -> Rectangle {
    let (left, top) = (max(x, other.x), max(y, other.y))
    return Rectangle(
      x: left, y: top,
      width: max(min(maxX, other.maxX) - left, 0),
      height: max(min(maxY, other.maxY) - top, 0))
  }
}

extension Rectangle {
  /// The smallest rectangle that holds all the points; empty for none.
  init(around points: [Point]) {
    guard let first = points.first else {
      self.init(x: 0, y: 0, width: 0, height: 0)
      return
    }
    var (low, high) = (first, first)
    for point in points {
      low = Point(min(low.x, point.x), min(low.y, point.y))
      high = Point(max(high.x, point.x), max(high.y, point.y))
    }
    self.init(x: low.x, y: low.y, width: high.x - low.x, height: high.y - low.y)
  }
}
