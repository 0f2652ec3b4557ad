import Plotting
import Tensors

// snippet.two-points
/// Two points and the line through them.
func drawTwoPoints() -> Figure {
  let figure = Figure()
  let line = Line(w: 1, b: 1)
  figure[0].x.label = "x"
  figure[0].y.label = "y"
  figure[0].curve(over: 0...3, label: "y = x + 1") { line($0) }
  figure[0].scatter([1, 2], [2, 3], label: "(1, 2) and (2, 3)", marker: .circle)
  return figure
}
// snippet.end

// snippet.pairs
/// Points with noise, and the lines of three of their pairs.
func drawPairs(of points: [Point]) -> Figure {
  let figure = Figure()
  let last = points.count - 1
  figure[0].x.label = "x"
  figure[0].y.label = "y"
  for (i, j) in [(0, 1), (0, last), (last - 1, last)] {
    let line = Line(through: points[i], points[j])
    figure[0].curve(
      over: 0...Double(last + 2), label: "through points \(i + 1) and \(j + 1)"
    ) {
      line($0)
    }
  }
  figure[0].scatter(
    points.map(\.x), points.map(\.y), label: "points", color: .black, marker: .circle)
  return figure
}
// snippet.end

// snippet.squares
/// The candidate y = x + 1, with the square of each error as a square.
func drawSquares(on points: [Point]) -> Figure {
  let figure = Figure(width: 400, height: 400)
  let line = Line(w: 1, b: 1)
  let x = points.map(\.x)
  let y = points.map(\.y)
  figure[0].title = "loss = \(loss(line, points).fixed(4)), the mean of the areas"
  figure[0].x.label = "x"
  figure[0].y.label = "y"
  figure[0].hasEqualAspect = true
  figure[0].curve(over: 0...Double(points.count + 1), label: "y = x + 1") { line($0) }
  figure[0].squaredResiduals(
    x, from: y, to: x.map { line($0) }, label: "squared errors")
  figure[0].scatter(x, y, label: "points", color: .black, marker: .circle)
  return figure
}
// snippet.end

// snippet.loss-by-slope
/// The loss of lines through (0, 1), by their slope; the candidate y = x + 1 is marked.
func drawLossBySlope(on points: [Point]) -> Figure {
  let figure = Figure()
  figure[0].x.label = "w, with b = 1"
  figure[0].y.label = "loss"
  figure[0].curve(over: -1...3) { loss(Line(w: $0, b: 1), points) }
  let candidate = loss(Line(w: 1, b: 1), points)
  figure[0].scatter([1], [candidate], marker: .circle)
  figure[0].annotate(
    "y = x + 1, loss \(candidate.fixed(4))", at: Plotting.Point(1, candidate),
    offset: Plotting.Point(0, -60))
  return figure
}
// snippet.end

// snippet.loss-of-all-lines
/// The loss of all lines, with the closest one marked.
func drawLossOfAllLines(on points: [Point]) -> Figure {
  let figure = Figure()
  let closest = Line(closestTo: points)
  let grid = Grid(x: -1...3, y: -4...6) { w, b in loss(Line(w: w, b: b), points) }
  figure[0].x.label = "w"
  figure[0].y.label = "b"
  figure[0].filledContours(
    grid, levels: [0.5, 1, 2, 5, 10, 20, 50, 100], colorBar: "loss")
  figure[0].scatter([closest.w], [closest.b], color: .white, marker: .cross)
  figure[0].annotate(
    "minimum \(loss(closest, points).fixed(4))",
    at: Plotting.Point(closest.w, closest.b), offset: Plotting.Point(70, -60),
    color: .white)
  return figure
}
// snippet.end
