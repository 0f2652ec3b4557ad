import Plotting
import Tensors

// snippet.fit
/// The points, the line that the descent starts from and the one where it ends.
func drawFit(of sample: Sample, b: Double, w: Double) -> Figure {
  let figure = Figure()
  figure[0].x.label = "x"
  figure[0].y.label = "y"
  figure[0].scatter(
    sample.xArr, sample.yArr, label: sample.name, color: .sky, marker: .circle)
  figure[0].line([-10, 10], [0, 0], label: "first line", color: .red, dashes: .dashed)
  figure[0].line(
    [-10, 10], [b - 10 * w, b + 10 * w], label: "last line", color: .black, width: 1)
  return figure
}
// snippet.end

// snippet.loss
/// The loss after each step, from the first on.
func drawLoss(of history: History, on sample: Sample) -> Figure {
  let figure = Figure()
  figure[0].title = sample.name
  figure[0].x.label = "step"
  figure[0].y.label = "loss"
  figure[0].x.scale = .logarithmic
  figure[0].y.scale = .logarithmic
  figure[0].line(
    Array(history.iterations.dropFirst()), Array(history.losses.dropFirst()))
  return figure
}
// snippet.end

// snippet.path
/// The path of (w, b) over the loss of all lines.
func drawPath(of history: History, on sample: Sample) -> Figure {
  let figure = Figure()
  let grid = Grid(x: -0.5...4.5, y: -0.5...2.5, columns: 501) { w, b in
    loss(b: b, w: w, xArr: sample.xArr, yArr: sample.yArr)
  }
  figure[0].x.label = "w"
  figure[0].y.label = "b"
  figure[0].filledContours(
    grid, levels: [0.1, 0.3, 1, 3, 10, 30, 100], colorBar: "loss")
  figure[0].line(history.ws, history.bs, color: .white)
  let last = history.iterations.last!
  for step in [0, 10, 100, 300].filter({ $0 < last }) + [last] {
    let i = history.iterations.firstIndex(of: step)!
    let place = Point(history.ws[i], history.bs[i])
    figure[0].scatter([place.x], [place.y], color: .white, marker: .circle)
    figure[0].text(
      "step \(Int(step))", at: place, offset: Point(10, 14), anchor: .left)
  }
  return figure
}
// snippet.end

// snippet.rates
/// The loss after each step with some learning rates, as far as it can be drawn.
func drawLosses(
  of histories: [(learningRate: Double, history: History)], on sample: Sample
) -> Figure {
  let figure = Figure()
  figure[0].title = sample.name
  figure[0].x.label = "step"
  figure[0].y.label = "loss"
  figure[0].x.scale = .logarithmic
  figure[0].y.scale = .logarithmic
  figure[0].y.limits = 0.01...1e6
  for (learningRate, history) in histories {
    figure[0].line(
      Array(history.iterations.dropFirst()), Array(history.losses.dropFirst()),
      label: "rate \(learningRate.general())")
  }
  return figure
}
// snippet.end
