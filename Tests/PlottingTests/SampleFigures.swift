@testable import Plotting

/// Figures of all kinds, with long texts and awkward data.
enum SampleFigure: CaseIterable {
  case lines, scatter, logarithmic, bars, contours, panels, longTexts, smallNumbers
  case proportions, diagram, images

  var figure: Figure {
    switch self {
    case .lines:
      let figure = Figure()
      for k in 0..<6 {
        figure.curve(over: 0...10, label: "curve \(k)") { $0 * Double(k) / 10 }
      }
      figure.verticalLine(at: 5, label: "middle")
      return figure
    case .scatter:
      let figure = Figure(width: 300, height: 200)
      figure.scatter([0, 1, 1000], [5, -7, 12], label: "points")
      figure.annotate("the last one", at: (1000, 12), offset: (60, -60))
      figure.text("at the edge", at: (0, -7))
      return figure
    case .logarithmic:
      let figure = Figure(columns: 2)
      for axes in [figure[0], figure[1]] {
        axes.x.scale = .logarithmic
        axes.y.scale = .logarithmic
        axes.line([1, 10, 1e4], [1e-9, 1, 1e9], label: "power")
      }
      figure[1].y.limits = 2...5
      return figure
    case .bars:
      let figure = Figure(width: 400)
      figure.bars([3, -1, 2], label: "count")
      figure.x.ticks = Tick.categories(["a first name", "b", "a last long name"])
      return figure
    case .contours:
      let figure = Figure()
      figure.filledContours(
        Grid(x: -2...2, y: -1...3) { x, y in x * x + 3 * y * y },
        levels: (1...40).map(Double.init), colorBar: "a loss with a long name")
      return figure
    case .panels:
      let figure = Figure(rows: 2, columns: 3)
      figure.title = "A title over all panels"
      for i in 0..<6 {
        figure[i].line([0, 1], [0, Double(i) * 12345.678])
        figure[i].title = "panel \(i)"
        figure[i].x.label = "x"
        figure[i].y.label = "y"
      }
      return figure
    case .longTexts:
      let figure = Figure(columns: 2, width: 400, height: 260)
      figure.title =
        "A title that is much longer than the figure is wide, so that it breaks"
      figure[0].title = "A title that is longer than its panel"
      figure[0].x.label = "an axis whose label is longer than itself"
      figure[0].y.label = "an axis whose label is longer than itself"
      figure[1].caption = "A caption that goes on for quite some time"
      figure[0].line([0, 1], [0, 1])
      return figure
    case .proportions:
      let figure = Figure(rows: 2, columns: 2, widths: [4, 1], heights: [1, 3])
      for i in 0..<4 {
        figure[i].heatmap(
          rows: 2, columns: 1, [0.5, -1e9], limits: 0...1, decimals: 1, rowGap: 0.2)
        figure[i].title = "panel \(i)"
        figure[i].hasOutline = false
      }
      return figure
    case .diagram:
      let figure = Figure(width: 400, height: 200)
      figure.hasFrame = false
      figure.box(x: 0...2, y: 0...2, "x\n(200, 784)")
      figure.arrow(from: (2, 1), to: (4, 1))
      figure.text("relu", at: (3, 1), offset: (0, 8), anchor: .top)
      figure.box(x: 4...6, y: 0.5...1.5, "a text wider than its box")
      return figure
    case .images:
      let image = Image(width: 4, height: 8, color: .white)
      return Figure(
        images: [image, image, image], captions: ["1", "2", "a caption of image 3"],
        columns: 2,
        width: 200, title: "A title that is longer than the figure is wide")
    case .smallNumbers:
      let figure = Figure(columns: 3)
      figure[0].line([0, 1], [1e-7, 3e-7])
      figure[1].line([1e6, 1.00001e6], [-1e300, 1e300])
      figure[2].line([123.4567, 123.4568], [5, 5])
      return figure
    }
  }
}
