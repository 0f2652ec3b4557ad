/// A panel of a figure: two axes and what is plotted between them.
///
///     let right = Figure(columns: 2)[1]
///     right.title = "Descent"
///     right.x.label = "step"
///     right.y.scale = .logarithmic
///     right.line([16, 10.24, 6.55, 4.19], label: "η = 0.1")
///
/// Plots lie over each other in the order in which they were added. Each takes the next
/// colour, and a line the next dashes, unless told. Those with a label are listed in a
/// legend.
public final class Axes: PlotArea {
  /// What is written over the panel.
  public var title = ""
  /// What is written under the panel, below the axis's label.
  var caption = ""
  /// The axis that runs across.
  public var x = Axis()
  /// The axis that runs up.
  public var y = Axis()
  /// Whether one unit is as long across as it is up, so that circles are round.
  public var hasEqualAspect = false
  /// Whether axes and frame are drawn.
  public var hasFrame = true
  /// Whether the frame has a line around it, and not only ticks with their labels.
  public var hasOutline = true

  private(set) var plots: [Plot] = []
  var colorBar: ColorBar?
  private var colorCount = 0
  private var lineCount = 0

  init() {}

  /// These axes.
  public var axes: Axes { self }

  /// The axes with their ends.
  var spans: (x: Span, y: Span) {
    (
      Span(x, values: plots.flatMap { $0.x }, edges: plots.flatMap { $0.xEdges }),
      Span(y, values: plots.flatMap { $0.y }, edges: plots.flatMap { $0.yEdges })
    )
  }

  /// Ends both axes, which are linear, where those of other axes end, whatever is plotted.
  ///
  ///     let (before, after) = (Figure(), Figure())
  ///     before.line([0, 1])
  ///     after.axes.keepEnds(of: before.axes)
  public func keepEnds(of other: Axes) {
    let spans = other.spans
    x.limits = spans.x.low...spans.x.high
    y.limits = spans.y.low...spans.y.high
  }

  func add(_ plot: Plot) {
    plots.append(plot)
  }

  /// The given colour, or the next of the cycle.
  func nextColor(_ color: Color?) -> Color {
    if let color { return color }
    colorCount += 1
    return Color.cycle[(colorCount - 1) % Color.cycle.count]
  }

  /// The given dashes; or else, for a line without a colour of its own, the next of the
  /// cycle.
  func nextDashes(_ dashes: Dashes?, color: Color?) -> Dashes {
    if let dashes { return dashes }
    guard color == nil else { return .solid }
    lineCount += 1
    return Dashes.allCases[(lineCount - 1) % Dashes.allCases.count]
  }
}
