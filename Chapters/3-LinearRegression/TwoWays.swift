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
    var table = Table(["x nudged for": 12, "a": 9, "b": 9, "a · b": 9, "change": 9])
    for (name, xOfA, xOfB) in [
      ("neither", x, x), ("a", nudged, x), ("b", x, nudged), ("both", nudged, nudged),
    ] {
      let (a, b) = (TwoWays.a(xOfA), TwoWays.b(xOfB))
      table.add(
        name, a.fixed(4), b.fixed(4), (a * b).fixed(4), (a * b - start).fixed(4))
    }
    log.print("\(table)")
  }
}
// snippet.end

// snippet.two-ways-figure
/// The two ways from x to a · b, with the slope of each part, and x nudged by 0.01.
func twoWaysFigure() -> Figure {
  let (x, nudged) = (2.0, 2.01)
  let (a, b) = (TwoWays.a(x), TwoWays.b(x))
  let (byA, byB) = (3 * b, 2 * x * a)
  let figure = Figure(width: 700, height: 320)
  figure.hasFrame = false
  func box(_ x: Double, _ y: Double, _ name: String, _ value: Double, _ new: Double) {
    figure.box(
      x: x - 1...x + 1, y: y - 0.55...y + 0.55,
      "\(name)\n\(value.general()) → \(new.general())")
  }
  func arrow(
    _ start: (x: Double, y: Double), _ end: (x: Double, y: Double), _ slope: String,
    _ offset: (x: Double, y: Double)
  ) {
    figure.arrow(from: start, to: end)
    let middle = ((start.x + end.x) / 2, (start.y + end.y) / 2)
    figure.text("slope " + slope, at: middle, offset: offset)
  }
  box(0, 0, "x", x, nudged)
  box(4, 1.2, "a = 3x", a, TwoWays.a(nudged))
  box(4, -1.2, "b = x²", b, TwoWays.b(nudged))
  box(8, 0, "a · b", a * b, TwoWays.a(nudged) * TwoWays.b(nudged))
  arrow((1.1, 0.2), (2.9, 1.1), "3", (-24, -14))
  arrow((1.1, -0.2), (2.9, -1.1), "2x = \((2 * x).general())", (-38, 14))
  arrow((5.1, 1.1), (6.9, 0.2), "b = \(b.general())", (34, -14))
  arrow((5.1, -1.1), (6.9, -0.2), "a = \(a.general())", (30, 16))
  figure.text("by way of a: 3 · \(b.general()) = \(byA.general())", at: (4, 2.1))
  figure.text(
    "by way of b: \((2 * x).general()) · \(a.general()) = \(byB.general())",
    at: (4, -2.1))
  figure.text(
    "both: \(byA.general()) + \(byB.general()) = \((byA + byB).general())",
    at: (8, -1.3))
  return figure
}
// snippet.end
