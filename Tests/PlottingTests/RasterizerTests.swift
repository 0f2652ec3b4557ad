import Testing

@testable import Plotting

/// The areas that are drawn, against geometry.
@Suite struct RasterizerTests {
  /// The covered area in pixels of a path in a picture of 40 by 40.
  private func area(_ path: Path, clip: Rectangle? = nil) -> Double {
    var canvas = Canvas(width: 40, height: 40, scale: 1)
    if let clip { canvas.clip = clip }
    canvas.fill(path, .black)
    return canvas.image.ink
  }

  private func square(_ x: Double, _ y: Double, _ size: Double, turned: Bool = false)
    -> Path
  {
    let corners = Rectangle(x: x, y: y, width: size, height: size).corners
    return Path(turned ? corners.reversed() : corners, closed: true)
  }

  @Test func aRectangleCoversEachPixelByItsPart() {
    var canvas = Canvas(width: 4, height: 3, scale: 1)
    canvas.fill(Path(Rectangle(x: 0.5, y: 0.25, width: 2, height: 2)), .black)
    let expected = [
      [0.375, 0.75, 0.375, 0], [0.5, 1, 0.5, 0], [0.125, 0.25, 0.125, 0],
    ]
    for (row, parts) in zip(canvas.image.darkness, expected) {
      for (darkness, part) in zip(row, parts) {
        #expect(abs(darkness - part) <= 0.5 / 255 + 1e-9)
      }
    }
  }

  @Test(arguments: [
    [Point(2, 3), Point(35, 7), Point(11, 38)],
    [Point(0.3, 20.7), Point(39.9, 20.8), Point(17.2, 22.1)],
    [Point(5.5, 1.25), Point(6.5, 39.75), Point(5, 20)],
  ])
  func aTriangleHasHalfItsCrossProduct(corners: [Point]) {
    let exact =
      Point.cross(corners[1] - corners[0], corners[2] - corners[0]).magnitude / 2
    #expect(abs(area(Path(corners, closed: true)) - exact) < 0.1)
  }

  @Test(arguments: [1.0, 5.5, 18])
  func aCircleHasAreaPiRSquared(radius: Double) {
    let exact = Double.pi * radius * radius
    // Its lines stay within the tolerance of the arc.
    let loss = 2 * Double.pi * radius * Path.tolerance
    let found = area(Path(circle: Point(20, 20), radius: radius))
    #expect(found < exact + 0.1 && found > exact - loss - 0.1)
  }

  @Test func windingDecidesWhatOverlapsEnclose() {
    var same = square(5, 5, 20)
    same.append(square(15, 15, 20))
    #expect(area(same) == 700)
    var ring = square(5, 5, 30)
    ring.append(square(10, 10, 10, turned: true))
    #expect(area(ring) == 800)
    ring = square(5, 5, 30)
    ring.append(square(10, 10, 10))
    #expect(area(ring) == 900)
  }

  @Test func halvesOfAPixelAddUp() {
    // Two triangles that share a diagonal leave no seam along it.
    var path = Path([Point(3, 3), Point(30, 3), Point(3, 25)], closed: true)
    path.append(Path([Point(30, 3), Point(30, 25), Point(3, 25)], closed: true))
    #expect(area(path) == 27 * 22)
  }

  @Test func clippingCutsExactly() {
    let clip = Rectangle(x: 10.5, y: 9, width: 8, height: 4.5)
    #expect(abs(area(square(-50, -50, 200), clip: clip) - 36) < 0.1)
    #expect(area(square(20, 20, 10), clip: clip) == 0)
    let diagonal = Path([Point(0, 0), Point(40, 0), Point(0, 40)], closed: true)
    let half = Rectangle(x: 10, y: 10, width: 20, height: 20)
    #expect(abs(area(diagonal, clip: half) - 200) < 0.1)
  }

  @Test func whatIsOutsideOrNoNumberDrawsNothing() {
    #expect(area(square(-30, 5, 20)) == 0)
    #expect(area(square(45, 5, 20)) == 0)
    #expect(area(square(5, -30, 20)) == 0)
    #expect(area(Path([Point(.nan, 1), Point(5, .infinity)])) == 0)
    #expect(area(Path([Point(1, 1), Point(5, 5)])) == 0)
    #expect(area(Path()) == 0)
  }

  @Test func whatIsFarAwayStaysInsideTheClip() {
    let far = Path(
      [
        Point(-1e300, -1e300), Point(1e300, -1e300), Point(1e300, 1e300),
        Point(-1e300, 1e300),
      ],
      closed: true)
    #expect(area(far) == 1600)
  }
}

extension Image {
  /// How far each pixel is from white, 0…1.
  var darkness: [[Double]] {
    (0..<height).map { row in
      (0..<width).map { 1 - Double(self[$0, row].red) / 255 }
    }
  }

  /// The area that black covers, in pixels.
  var ink: Double { darkness.joined().reduce(0, +) }
}
