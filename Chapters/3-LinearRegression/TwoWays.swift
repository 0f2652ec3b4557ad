import ChapterKit
import Plotting

// snippet.two-ways
/// A number x that acts on the product a · b in two ways: a = 3x and b = x².
enum TwoWays {
  static func a(_ x: Double) -> Double { 3 * x }
  static func b(_ x: Double) -> Double { x * x }
}

extension Check {
  /// Nudges x = 2 by 0.01: for a only, for b only, and for both.
  func nudgeTwoWays(_ log: Transcript) {
    let (x, nudged) = (2.0, 2.01)
    let start = TwoWays.a(x) * TwoWays.b(x)
    log.region("two-ways") {
      log.print("x nudged for         a        b    a · b   change")
      for (name, xOfA, xOfB) in [
        ("neither", x, x), ("a", nudged, x), ("b", x, nudged), ("both", nudged, nudged),
      ] {
        let (a, b) = (TwoWays.a(xOfA), TwoWays.b(xOfB))
        log.print(
          name.padded(12)
            + [a, b, a * b, a * b - start].map { $0.fixed(4).padded(9) }.joined())
      }
    }
  }
}
// snippet.end

// snippet.draw-two-ways
/// The two ways from x to a · b, with the slope of each step, and x nudged by 0.01.
func drawTwoWays() -> Figure {
  let figure = Figure(width: 700, height: 320)
  let axes = figure[0]
  axes.hasFrame = false
  func box(_ x: Double, _ y: Double, _ text: String) {
    axes.box(x: x - 1...x + 1, y: y - 0.55...y + 0.55, text)
  }
  func arrow(_ start: Point, _ end: Point, _ slope: String, _ offset: Point) {
    axes.arrow(from: start, to: end)
    let middle = Point((start.x + end.x) / 2, (start.y + end.y) / 2)
    axes.text(slope, at: middle, offset: offset)
  }
  box(0, 0, "x\n2 → 2.01")
  box(4, 1.2, "a = 3x\n6 → 6.03")
  box(4, -1.2, "b = x²\n4 → 4.0401")
  box(8, 0, "a · b\n24 → 24.3618")
  arrow(Point(1.1, 0.2), Point(2.9, 1.1), "slope 3", Point(-24, -14))
  arrow(Point(1.1, -0.2), Point(2.9, -1.1), "slope 2x = 4", Point(-38, 14))
  arrow(Point(5.1, 1.1), Point(6.9, 0.2), "slope b = 4", Point(34, -14))
  arrow(Point(5.1, -1.1), Point(6.9, -0.2), "slope a = 6", Point(30, 16))
  axes.text("by way of a: 3 · 4 = 12", at: Point(4, 2.1))
  axes.text("by way of b: 4 · 6 = 24", at: Point(4, -2.1))
  axes.text("both: 12 + 24 = 36", at: Point(8, -1.3))
  return figure
}
// snippet.end
