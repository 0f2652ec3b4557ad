import Testing

@testable import Plotting

@Suite struct ContoursTests {
  private let bowl = Grid(x: -2...2, y: -2...2, columns: 81, rows: 81) { x, y in
    x * x + y * y
  }

  /// The area that the corners enclose, positive against the clock (y upwards).
  private func area(_ points: [Point]) -> Double {
    zip(points, points.dropFirst() + points.prefix(1))
      .map { Point.cross($0, $1) / 2 }.reduce(0, +)
  }

  @Test func aCircleIsOneClosedLineOfItsRadius() throws {
    let lines = Contours(grid: bowl, level: 1).lines
    try #require(lines.count == 1)
    #expect(lines[0].first == lines[0].last)
    for point in lines[0] { #expect(abs(point.length - 1) < 0.001) }
  }

  @Test func theHigherSideIsOnTheLeft() {
    #expect(area(Contours(grid: bowl, level: 1).lines[0]) < -3)
    let hill = Grid(x: -2...2, y: -2...2) { x, y in -x * x - y * y }
    #expect(area(Contours(grid: hill, level: -1).lines[0]) > 3)
  }

  @Test func areasAreWhatIsAboveTheLevel() {
    let above = Contours(grid: bowl, level: 1).areas.map(area).reduce(0, +)
    #expect(abs(above - (16 - Double.pi)) < 0.005)
    let all = Contours(grid: bowl, level: 0).areas.map(area).reduce(0, +)
    #expect(abs(all - 16) < 1e-9)
    #expect(Contours(grid: bowl, level: 9).areas.isEmpty)
  }

  @Test func linesEndAtTheBorder() throws {
    let slope = Grid(x: 0...1, y: 0...1, columns: 11, rows: 11) { x, _ in x }
    let lines = Contours(grid: slope, level: 0.25).lines
    try #require(lines.count == 1)
    #expect(lines[0].count == 11)
    // The higher side is right of x = 0.25: the line goes down to have it on the left.
    #expect(lines[0][0].y == 1 && lines[0][10].y == 0)
    for point in lines[0] { #expect(abs(point.x - 0.25) < 1e-12) }
  }

  @Test(arguments: [0, 0.4, 0.6])
  func aSaddleIsCutByTheMeanOfItsCorners(level: Double) {
    // Corners 1 and 0 by turns: the mean is one half.
    let saddle = Grid(rows: 2, columns: 2, values: [1, 0, 0, 1])
    let contours = Contours(grid: saddle, level: level)
    let above = contours.areas.map(area).reduce(0, +)
    switch level {
    case 0:
      #expect(contours.lines.isEmpty && above == 1)
    case 0.6:
      // Two corners are cut off: triangles with legs of 0.4.
      #expect(contours.lines.count == 2 && contours.areas.count == 2)
      #expect(abs(above - 0.16) < 1e-12)
    default:
      // The corners are joined: all but two triangles with legs of 0.4.
      #expect(contours.lines.count == 2 && contours.areas.count == 1)
      #expect(abs(above - 0.84) < 1e-12)
    }
  }

  @Test func neighbouringCellsAgreeOnManySaddles() {
    let checks = Grid(rows: 9, columns: 9, values: (0..<81).map { Double($0 % 2) })
    for level in [0.25, 0.5, 0.75] {
      for line in Contours(grid: checks, level: level).lines {
        for (a, b) in zip(line, line.dropFirst()) { #expect((b - a).length <= 1) }
      }
    }
  }

  @Test func whatIsNotFiniteIsBelowEveryLevel() {
    let hole = Grid(rows: 3, columns: 3, values: [5, 5, 5, 5, .nan, 5, 5, 5, 5])
    let above = Contours(grid: hole, level: 1).areas.map(area).reduce(0, +)
    #expect(above.isFinite && above < 4)
    let infinite = Grid(rows: 2, columns: 2, values: [.infinity, 1, 1, -.infinity])
    #expect(
      Contours(grid: infinite, level: 0).lines.joined().allSatisfy { $0.isFinite })
  }

  @Test func aSingleRowHasNoCells() {
    let row = Grid(rows: 1, columns: 3, values: [0, 1, 2])
    #expect(Contours(grid: row, level: 1).lines.isEmpty)
    #expect(Contours(grid: row, level: 1).areas.isEmpty)
  }
}
