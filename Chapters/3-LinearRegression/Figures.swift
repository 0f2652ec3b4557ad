import Plotting
import Tensors

// snippet.fit
/// The points, the line that the descent starts from and the one where it ends.
func fitFigure(of sample: Sample, b: Double, w: Double) -> Figure {
  let figure = Figure()
  figure.x.label = "x"
  figure.y.label = "y"
  figure.scatter(sample.xArr, sample.yArr, label: sample.name, color: .sky)
  figure.line([-10, 10], [0, 0], label: "first line", color: .red, dashes: .dashed)
  figure.line(
    [-10, 10], [b - 10 * w, b + 10 * w], label: "last line", color: .black, width: 1)
  return figure
}
// snippet.end

// snippet.loss
/// The loss after each step, from the first on.
func lossFigure(of history: History, on sample: Sample) -> Figure {
  let figure = Figure()
  figure.title = sample.name
  figure.x.label = "step"
  figure.y.label = "loss"
  figure.x.scale = .logarithmic
  figure.y.scale = .logarithmic
  figure.line(
    Array(history.iterations.dropFirst()), Array(history.losses.dropFirst()))
  return figure
}
// snippet.end

// snippet.path
/// The loss of all lines around the one sought.
func landscape(of sample: Sample) -> Grid {
  Grid(x: -0.5...4.5, y: -0.5...2.5, columns: 501) { w, b in
    loss(b: b, w: w, xArr: sample.xArr, yArr: sample.yArr)
  }
}

/// The path of (w, b) over the loss of all lines.
func pathFigure(of history: History, over landscape: Grid) -> Figure {
  let figure = Figure()
  figure.x.label = "w"
  figure.y.label = "b"
  figure.filledContours(
    landscape, levels: [0.1, 0.3, 1, 3, 10, 30, 100], colorBar: "loss")
  figure.line(history.ws, history.bs, color: .white)
  let last = history.iterations.last!
  for step in [0, 10, 100, 300].filter({ $0 < last }) + [last] {
    let i = history.iterations.firstIndex(of: step)!
    let (w, b) = (history.ws[i], history.bs[i])
    figure.scatter([w], [b], color: .white)
    figure.text("step \(Int(step))", at: (w, b), offset: (10, 14), anchor: .left)
  }
  return figure
}
// snippet.end

// snippet.rates
/// The loss after each step with some learning rates, as far as it can be drawn.
func lossesFigure(
  of histories: [(learningRate: Double, history: History)], on sample: Sample
) -> Figure {
  let figure = Figure()
  figure.title = sample.name
  figure.x.label = "step"
  figure.y.label = "loss"
  figure.x.scale = .logarithmic
  figure.y.scale = .logarithmic
  figure.y.limits = 0.01...1e6
  for (learningRate, history) in histories {
    figure.line(
      Array(history.iterations.dropFirst()), Array(history.losses.dropFirst()),
      label: "rate \(learningRate.general())")
  }
  return figure
}
// snippet.end
