/// What one plots on: the axes of a panel or, for its first panel, a figure.
///
///     let figure = Figure(columns: 2)
///     figure.line([0.9, 0.5, 0.4])            // on the left
///     figure[1].scatter([1, 2, 3], [2, 3, 5])  // on the right
public protocol PlotArea {
  /// The axes that take the plots.
  var axes: Axes { get }
}
