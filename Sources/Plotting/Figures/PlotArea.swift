/// What one plots on: the axes of a panel or, for its first panel, a figure.
///
///     let figure = Figure(columns: 2)
///     figure.line(steps, losses)   // on the left
///     figure[1].scatter(x, y)      // on the right
public protocol PlotArea {
  /// The axes that take the plots.
  var axes: Axes { get }
}
