import Plotting
import Tensors

// snippet.steps
/// The first eight steps down the parabola, a panel for each rate.
func drawSteps(from start: Double, rates: [Double]) -> Figure {
  let figure = Figure(columns: rates.count)
  for (panel, rate) in rates.enumerated() {
    let x = descend(from: start, rate: rate, limit: 8)
    let reach = x.map(\.magnitude).max()! * 1.1
    figure[panel].title = "rate \(rate.general())"
    figure[panel].x.label = "x"
    figure[panel].curve(over: -reach...reach, color: .sky) { f($0) }
    figure[panel].arrows(x, x.map(f), color: .red, marker: .circle)
  }
  figure[0].y.label = "x²"
  return figure
}
// snippet.end

// snippet.values
/// The value after each of the first fifty steps, a line for each rate.
func drawValues(of paths: [[Double]], rates: [Double]) -> Figure {
  let figure = Figure()
  figure.x.label = "step"
  figure.y.label = "x²"
  figure.y.scale = .logarithmic
  for (rate, path) in zip(rates, paths) {
    figure.line(path.prefix(51).map(f), label: "rate \(rate.general())")
  }
  return figure
}
// snippet.end
