import Testing

@testable import Plotting

/// The areas of strokes, against geometry.
@Suite struct StrokeTests {
  private func area(_ points: [Point], closed: Bool = false, _ stroke: Stroke) -> Double
  {
    var canvas = Canvas(width: 60, height: 60, scale: 1)
    canvas.stroke(Path(points, closed: closed), .black, stroke)
    return canvas.image.ink
  }

  private let line = [Point(10, 20), Point(50, 20)]

  @Test func capsLengthenALine() {
    #expect(area(line, Stroke(width: 4)) == 160)
    #expect(area(line, Stroke(width: 4, cap: .square)) == 176)
  }

  @Test func joinsFillTheOuterCorner() {
    // Two arms of 30 and a square of 4 by 4 in the corner, less what the join leaves.
    let corner = [Point(10, 40), Point(40, 40), Point(40, 10)]
    #expect(area(corner, Stroke(width: 4, join: .miter)) == 240)
    let round = area(corner, Stroke(width: 4, join: .round))
    #expect(abs(round - (236 + Double.pi)) < 0.2)
  }

  @Test func aSharpMiterIsCut() {
    // The tip of a corner of 4 degrees would be 30 points away; cut, the stroke ends
    // within its half width.
    var canvas = Canvas(width: 80, height: 60, scale: 1)
    let needle = Path([Point(10, 30), Point(40, 30), Point(10, 32)])
    canvas.stroke(needle, .black, Stroke(width: 2, join: .miter))
    let columns = canvas.image.darkness.map { $0[42...].reduce(0, +) }
    #expect(columns.reduce(0, +) == 0)
    #expect(canvas.image.darkness.map { $0[39] }.reduce(0, +) > 1)
  }

  @Test func aboutTurnsAreRoundedOverTheirEnd() {
    for turn in [Point(10, 20), Point(10, 20 + 1e-7), Point(10, 20 - 1e-7)] {
      let there = area(line + [turn], Stroke(width: 4))
      #expect(abs(there - (160 + 2 * Double.pi)) < 0.3)
    }
  }

  @Test func aClosedPathHasNoEnds() {
    let corners = Rectangle(x: 10, y: 10, width: 30, height: 20).corners
    let frame = area(
      corners, closed: true, Stroke(width: 2, join: .miter, cap: .square))
    #expect(frame == 32 * 22 - 28 * 18)
  }

  @Test func dashesCoverTheirShareOfTheLine() {
    #expect(area(line, Stroke(width: 2, dashes: [6, 4])) == 48)
    #expect(area(line, Stroke(width: 2, dashes: [5])) == 40)
    // A dash goes on around a corner.
    let corner = [Point(10, 40), Point(15, 40), Point(15, 10)]
    let bent = Stroke(width: 2, join: .miter, dashes: [10, 100])
    #expect(area(corner, bent) == 20)
  }

  @Test func aLineOfNoLengthIsNotSeen() {
    #expect(area([Point(20, 20), Point(20, 20)], Stroke(width: 4)) == 0)
  }

  @Test func smoothCurvesHaveTheAreaOfTheirBand() {
    var canvas = Canvas(width: 60, height: 60, scale: 1)
    canvas.stroke(Path(circle: Point(30, 30), radius: 20), .black, width: 3)
    let found = canvas.image.ink
    let exact = 2 * Double.pi * 20 * 3
    // The lines overlap a little on the inner side of their corners.
    #expect(abs(found - exact) < exact * 0.0125)
  }
}
