import Testing

@testable import Plotting

@Suite struct GridAreasTests {
  private let bowl = Grid(x: -2...2, y: -2...2, columns: 81, rows: 81) { x, y in
    x * x + y * y
  }

  /// The sum of the areas, positive against the clock (y upwards).
  private func size(_ areas: [[Point]]) -> Double {
    areas.map { points in
      zip(points, points.dropFirst() + points.prefix(1))
        .map { Point.cross($0, $1) / 2 }.reduce(0, +)
    }.reduce(0, +)
  }

  /// A grid at whole places, row by row from the foot.
  private func grid(columns: Int, _ values: [Double]) -> Grid {
    let rows = values.count / columns
    return Grid(
      x: 0...Double(columns - 1), y: 0...Double(rows - 1), columns: columns, rows: rows
    ) { x, y in values[Int(y) * columns + Int(x)] }
  }

  @Test func areasAreWhatIsAboveTheLevel() {
    #expect(abs(size(bowl.areas(from: 1)) - (16 - Double.pi)) < 0.005)
    #expect(abs(size(bowl.areas(from: 0)) - 16) < 1e-9)
    #expect(bowl.areas(from: 9).isEmpty)
  }

  @Test func theLevelIsFoundByAStraightLine() {
    let slope = Grid(x: 0...1, y: 0...1, columns: 11, rows: 11) { x, _ in x }
    let areas = slope.areas(from: 0.25)
    #expect(abs(size(areas) - 0.75) < 1e-12)
    #expect(abs(areas.joined().map { $0.x }.min()! - 0.25) < 1e-12)
  }

  @Test func fullCellsOfARowAreOne() {
    let full = grid(columns: 4, [1, 1, 1, 1, 1, 1, 1, 1])
    #expect(
      full.areas(from: 0) == [[Point(0, 0), Point(3, 0), Point(3, 1), Point(0, 1)]])
  }

  @Test(
    arguments: [(0, 1, 1), (0.4, 1, 0.84), (0.6, 2, 0.16)] as [(Double, Int, Double)])
  func aSaddleIsCutByTheMeanOfItsCorners(level: Double, count: Int, expected: Double) {
    // Corners 1 and 0 by turns, with the mean one half. Above it two corners are left,
    // triangles with legs of 0.4; below it two such triangles are missing.
    let areas = grid(columns: 2, [1, 0, 0, 1]).areas(from: level)
    #expect(areas.count == count)
    #expect(abs(size(areas) - expected) < 1e-12)
  }

  @Test func neighbouringCellsAgreeOnManySaddles() {
    let checks = grid(columns: 9, (0..<81).map { Double($0 % 2) })
    // By the corners' mean: a half of every cell at the level of one half, and above it
    // two corners, below it all but two, of a 32nd each.
    for (level, expected) in [(0.25, 60.0), (0.75, 4)] {
      #expect(abs(size(checks.areas(from: level)) - expected) < 1e-9)
    }
  }

  @Test func whatIsNotFiniteIsBelowEveryLevel() {
    let hole = size(grid(columns: 3, [5, 5, 5, 5, .nan, 5, 5, 5, 5]).areas(from: 1))
    #expect(hole.isFinite && hole < 4)
    let infinite = grid(columns: 2, [.infinity, 1, 1, -.infinity])
    #expect(infinite.areas(from: 0).joined().allSatisfy { $0.isFinite })
  }
}
