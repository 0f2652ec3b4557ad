import Testing

@testable import Plotting

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
    let ink = canvas.image.ink
    #expect(ink > 20 && ink < 28)
  }
}
