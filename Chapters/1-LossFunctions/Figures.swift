import Plotting
import Tensors

// snippet.two-points
/// Two points and the line through them.
func twoPointsFigure() -> Figure {
  let figure = Figure()
  let line = Line(w: 1, b: 1)
  figure.x.label = "x"
  figure.y.label = "y"
  figure.curve(over: 0...3, label: "y = x + 1") { line($0) }
  figure.scatter([1, 2], [2, 3], label: "(1, 2) and (2, 3)")
  return figure
}
// snippet.end

// snippet.pairs
/// Points with noise, and the lines of three of their pairs.
func pairsFigure(of points: [Point]) -> Figure {
  let figure = Figure()
  let last = points.count - 1
  figure.x.label = "x"
  figure.y.label = "y"
  for (i, j) in [(0, 1), (0, last), (last - 1, last)] {
    let line = Line(through: points[i], points[j])
    let label = "through points \(i + 1) and \(j + 1)"
    figure.curve(over: 0...Double(last + 2), label: label) { line($0) }
  }
  figure.scatter(
    points.map { $0.x }, points.map { $0.y }, label: "points", color: .black)
  return figure
}
// snippet.end

// snippet.squares
/// A line, the candidate y = x + 1 at first, with the square of each error as a square.
func squaresFigure(on points: [Point], line: Line = Line(w: 1, b: 1)) -> Figure {
  let figure = Figure(width: 400, height: 400)
  let x = points.map { $0.x }
  let y = points.map { $0.y }
  figure.title = "loss = \(loss(line, points).fixed(4)), the mean of the areas"
  figure.x.label = "x"
  figure.y.label = "y"
  figure.hasEqualAspect = true
  figure.curve(over: 0...Double(points.count + 1), label: line.equation) { line($0) }
  figure.squaredResiduals(
    x, from: y, to: x.map { line($0) }, label: "squared errors")
  figure.scatter(x, y, label: "points", color: .black)
  return figure
}
// snippet.end

// snippet.equation
extension Line {
  /// The line as one writes it: y = x + 1.
  var equation: String {
    let x = w == 1 ? "x" : w == -1 ? "−x" : "\(w.general())x"
    let rest = b == 0 ? "" : " \(b < 0 ? "−" : "+") \(b.magnitude.general())"
    return "y = \(x)\(rest)"
  }
}
// snippet.end

// snippet.loss-by-slope
/// The loss of lines that begin where a line does, by their slope; the line is marked.
func lossBySlopeFigure(on points: [Point], line: Line = Line(w: 1, b: 1)) -> Figure {
  let figure = Figure()
  figure.x.label = "w, with b = \(line.b.general())"
  figure.y.label = "loss"
  figure.curve(over: -1...3) { loss(Line(w: $0, b: line.b), points) }
  let height = loss(line, points)
  figure.scatter([line.w], [height])
  figure.annotate(
    "\(line.equation), loss \(height.fixed(4))", at: (line.w, height), offset: (0, -60))
  return figure
}
// snippet.end

// snippet.loss-of-all-lines
/// The loss of all lines, with the closest one marked.
func lossOfAllLinesFigure(on points: [Point]) -> Figure {
  let figure = Figure()
  let closest = Line(closestTo: points)
  let grid = Grid(x: -1...3, y: -4...6) { w, b in loss(Line(w: w, b: b), points) }
  figure.x.label = "w"
  figure.y.label = "b"
  figure.filledContours(
    grid, levels: [0.5, 1, 2, 5, 10, 20, 50, 100], colorBar: "loss")
  figure.scatter([closest.w], [closest.b], color: .white, marker: .cross)
  figure.annotate(
    "minimum \(loss(closest, points).fixed(4))", at: (closest.w, closest.b),
    offset: (70, -60), color: .white)
  return figure
}
// snippet.end
