import Plotting
import Tensors

// snippet.steps
/// The first eight steps down the parabola, a panel for each learning rate. There is
/// room for three: the first and the last two.
func stepsFigure(of paths: [[Double]], learningRates: [Double]) -> Figure {
  let all = Array(zip(learningRates, paths))
  let drawn = all.prefix(1) + all.dropFirst().suffix(2)
  let figure = Figure(columns: drawn.count)
  for (panel, (learningRate, path)) in drawn.enumerated() {
    let x = path.prefix(9).filter { f($0).isFinite }
    // Within a millionth of the minimum a walk is over, and nothing is left to be seen.
    let reach = max(x.map { $0.magnitude }.max()!, 1e-6) * 1.1
    figure[panel].title = "rate \(learningRate.general())"
    figure[panel].x.label = "x"
    figure[panel].curve(over: -reach...reach, color: .sky) { f($0) }
    figure[panel].arrows(x, x.map(f), color: .red, marker: .circle)
  }
  figure[0].y.label = "x²"
  return figure
}
// snippet.end

// snippet.values
/// The value after each of the first fifty steps, a line for each learning rate.
func valuesFigure(of paths: [[Double]], learningRates: [Double]) -> Figure {
  let figure = Figure()
  figure.x.label = "step"
  figure.y.label = "x²"
  figure.y.scale = .logarithmic
  for (learningRate, path) in zip(learningRates, paths) {
    figure.line(path.prefix(51).map(f), label: "rate \(learningRate.general())")
  }
  return figure
}
// snippet.end
