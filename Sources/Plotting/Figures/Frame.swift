/// The rectangle in which data are drawn, and where each of them goes.
struct Frame {
  let rectangle: Rectangle
  let x: Span
  let y: Span

  /// The place of (x, y), not finite where a logarithm has none.
  func point(_ x: Double, _ y: Double) -> Point {
    Point(across(x), down(y))
  }

  /// The places of (x₀, y₀), (x₁, y₁)…
  func points(_ x: [Double], _ y: [Double]) -> [Point] {
    zip(x, y).map { point($0, $1) }
  }

  func across(_ value: Double) -> Double {
    rectangle.x + x.part(value) * rectangle.width
  }

  func down(_ value: Double) -> Double {
    rectangle.maxY - y.part(value) * rectangle.height
  }

  /// The values at a place.
  func values(at place: Point) -> (x: Double, y: Double) {
    (
      x.value((place.x - rectangle.x) / rectangle.width),
      y.value((rectangle.maxY - place.y) / rectangle.height)
    )
  }

  /// The distance down of a value, or of the lower edge where it has no place.
  func downOrFoot(_ value: Double) -> Double {
    let place = down(value)
    return place.isFinite ? place : rectangle.maxY
  }
}
