import Plotting
import Tensors

// snippet.figures
extension LossFunctions {
  /// Two points and the line through them.
  func twoPoints(_ line: Line) -> Figure {
    let figure = Figure()
    figure[0].x.label = "x"
    figure[0].y.label = "y"
    figure[0].curve(over: 0...3, label: "y = x + 1") { line($0) }
    figure[0].scatter([1, 2], [2, 3], label: "(1, 2) and (2, 3)", marker: .circle)
    return figure
  }

  /// Points with noise, and the lines of some of their pairs.
  func pairs(of points: [Point]) -> Figure {
    let figure = Figure()
    let last = points.count - 1
    figure[0].x.label = "x"
    figure[0].y.label = "y"
    for (i, j) in [(0, 1), (0, last), (last - 1, last)] {
      let line = Line(through: points[i], points[j])
      figure[0].curve(over: 0...Double(last + 2), label: "through \(i + 1) and \(j + 1)") {
        line($0)
      }
    }
    figure[0].scatter(
      points.map(\.x), points.map(\.y), label: "points", color: .black, marker: .circle)
    return figure
  }

  /// A candidate, with the square of each error as a square.
  func squares(of line: Line, on points: [Point]) -> Figure {
    let figure = Figure()
    let x = points.map(\.x)
    figure[0].title = "loss = \(loss(line, points).fixed(4)), the mean of the areas"
    figure[0].x.label = "x"
    figure[0].y.label = "y"
    figure[0].hasEqualAspect = true
    figure[0].curve(over: 0...Double(points.count + 1), label: "y = x + 1") { line($0) }
    figure[0].squaredResiduals(
      x, from: points.map(\.y), to: x.map { line($0) }, label: "squared errors")
    figure[0].scatter(
      x, points.map(\.y), label: "points", color: .black, marker: .circle)
    return figure
  }

  /// The loss of lines through (0, 1), by their slope.
  func lossBySlope(on points: [Point]) -> Figure {
    let figure = Figure()
    figure[0].x.label = "w, with b = 1"
    figure[0].y.label = "loss"
    figure[0].curve(over: -1...3) { loss(Line(w: $0, b: 1), points) }
    return figure
  }

  /// The loss of all lines, with the best one marked.
  func lossOfAllLines(on points: [Point]) -> Figure {
    let figure = Figure()
    let best = Line(closestTo: points)
    let grid = Grid(x: -1...3, y: -4...6) { w, b in loss(Line(w: w, b: b), points) }
    figure[0].x.label = "w"
    figure[0].y.label = "b"
    figure[0].filledContours(
      grid, levels: [0.5, 1, 2, 5, 10, 20, 50, 100], colorBar: "loss")
    figure[0].scatter([best.w], [best.b], color: .white, marker: .cross)
    figure[0].annotate(
      "minimum \(loss(best, points).fixed(4))", at: Plotting.Point(best.w, best.b),
      offset: Plotting.Point(70, -60), color: .white)
    return figure
  }
}
// snippet.end
