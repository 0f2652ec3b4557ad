import Plotting
import Tensors

// snippet.figures
extension GradientDescent {
  /// The first eight steps down the parabola, a panel for each rate.
  func steps(from start: Double, rates: [Double]) -> Figure {
    let figure = Figure(columns: rates.count)
    for (panel, rate) in rates.enumerated() {
      let x = Array(descend(from: start, rate: rate).prefix(9))
      let reach = x.map(\.magnitude).max()! * 1.1
      figure[panel].title = "unit \(rate.general())"
      figure[panel].x.label = "x"
      figure[panel].curve(over: -reach...reach, color: .sky) { f($0) }
      figure[panel].arrows(x, x.map(f), color: .red, marker: .circle)
    }
    figure[0].y.label = "x²"
    return figure
  }

  /// The value after each step, of which the first fifty, a line for each rate.
  func values(of paths: [[Double]]) -> Figure {
    let figure = Figure()
    figure[0].x.label = "step"
    figure[0].y.label = "x²"
    figure[0].y.scale = .logarithmic
    for (rate, path) in zip(rates, paths) {
      figure[0].line(path.prefix(51).map(f), label: "unit \(rate.general())")
    }
    return figure
  }
}
// snippet.end
