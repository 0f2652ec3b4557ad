import Testing

@testable import Plotting

/// The areas of strokes, against geometry.
@Suite struct StrokeTests {
  private func area(_ points: [Point], closed: Bool = false, _ stroke: Stroke) -> Double
  {
    var canvas = Canvas(width: 60, height: 60, scale: 1)
    canvas.stroke(Path(points, closed: closed), .black, stroke)
    return canvas.image.darkness.joined().reduce(0, +)
  }

  private let line = [Point(10, 20), Point(50, 20)]

  @Test func capsLengthenALine() {
    #expect(area(line, Stroke(width: 4)) == 160)
    #expect(area(line, Stroke(width: 4, cap: .square)) == 176)
    let round = area(line, Stroke(width: 4, cap: .round))
    #expect(abs(round - (160 + 4 * Double.pi)) < 0.4)
  }

  @Test func joinsFillTheOuterCorner() {
    // Two arms of 30 and a square of 4 by 4 in the corner, less what the join leaves.
    let corner = [Point(10, 40), Point(40, 40), Point(40, 10)]
    #expect(area(corner, Stroke(width: 4, join: .miter)) == 240)
    #expect(abs(area(corner, Stroke(width: 4, join: .bevel)) - 238) < 0.1)
    let round = area(corner, Stroke(width: 4, join: .round))
    #expect(abs(round - (236 + Double.pi)) < 0.2)
  }

  @Test func aSharpMiterBecomesABevel() {
    let needle = [Point(10, 30), Point(40, 30), Point(10, 32)]
    let miter = area(needle, Stroke(width: 2, join: .miter))
    #expect(miter == area(needle, Stroke(width: 2, join: .bevel)))
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

  @Test func aLineOfNoLengthShowsItsCaps() {
    let dot = [Point(20, 20), Point(20, 20)]
    #expect(area(dot, Stroke(width: 4)) == 0)
    #expect(area(dot, Stroke(width: 4, cap: .square)) == 16)
    let round = area(dot, Stroke(width: 8, cap: .round))
    #expect(abs(round - 16 * Double.pi) < 0.6)
  }

  @Test func smoothCurvesHaveTheAreaOfTheirBand() {
    var canvas = Canvas(width: 60, height: 60, scale: 1)
    canvas.stroke(Path(circle: Point(30, 30), radius: 20), .black, width: 3)
    let found = canvas.image.darkness.joined().reduce(0, +)
    let exact = 2 * Double.pi * 20 * 3
    // The lines overlap a little on the inner side of their corners.
    #expect(abs(found - exact) < exact * 0.0125)
  }
}

@Suite struct ClippingTests {
  private let square = Rectangle(x: 0, y: 0, width: 10, height: 10)

  private func clipped(_ points: [Point], closed: Bool = false) -> [[Point]] {
    Path(points, closed: closed).clipped(to: square).contours.map(\.points)
  }

  @Test func whatIsInsideStaysAsItIs() {
    let inside = [Point(1, 1), Point(9, 2), Point(10, 10)]
    #expect(clipped(inside) == [inside])
    #expect(Path(inside, closed: true).clipped(to: square).contours[0].isClosed)
  }

  @Test func whatIsOutsideIsGone() {
    #expect(clipped([Point(-5, 1), Point(-1, 9), Point(4, 30)]).isEmpty)
    #expect(clipped([Point(-1, 5), Point(-1, 5)]).isEmpty)
    #expect(clipped([]).isEmpty)
  }

  @Test func linesAreCutAtTheBorder() {
    #expect(clipped([Point(-5, 5), Point(15, 5)]) == [[Point(0, 5), Point(10, 5)]])
    #expect(clipped([Point(5, 5), Point(25, 25)]) == [[Point(5, 5), Point(10, 10)]])
  }

  @Test func aLineThatComesBackIsTwo() {
    let lines = clipped([Point(5, 5), Point(15, 5), Point(15, 8), Point(5, 8)])
    #expect(lines == [[Point(5, 5), Point(10, 5)], [Point(10, 8), Point(5, 8)]])
  }

  @Test func aClosedLineThatLeavesIsOpen() {
    let lines = clipped([Point(5, 5), Point(15, 5), Point(5, 8)], closed: true)
    #expect(lines.count == 2)
    #expect(lines[1].last == Point(5, 5))
  }

  @Test func dashesOfAnEndlessLineAreDrawn() {
    var canvas = Canvas(width: 20, height: 20, scale: 1)
    let stroke = Stroke(width: 2, dashes: [3, 2])
    canvas.stroke(Path([Point(-1e300, 10), Point(1e300, 10)]), .black, stroke)
    let ink = canvas.image.darkness.joined().reduce(0, +)
    #expect(ink > 20 && ink < 28)
  }
}
