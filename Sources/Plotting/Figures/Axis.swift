/// One of the two axes of a panel.
public struct Axis: Sendable {
  /// What is measured, with its unit.
  public var label = ""
  /// How values are spread.
  public var scale = Scale.linear
  /// The first and last value shown, or nil to show all data with a margin. On a
  /// logarithmic scale both are positive.
  public var limits: ClosedRange<Double>?
  /// The marked values, or nil to choose them.
  public var ticks: [Tick]?
  /// Whether a light line goes through the panel at each tick.
  public var hasGrid = true
  /// Whether values grow to the left or downwards.
  var isReversed = false
}
