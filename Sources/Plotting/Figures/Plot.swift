/// Something plotted: the values that it takes up, and how it is drawn.
struct Plot {
  /// The values that it takes up across.
  var x: [Double] = []
  /// The values that it takes up upwards.
  var y: [Double] = []
  /// Values at which the axis across may end without a margin, as at an image's edges.
  var xEdges: [Double] = []
  /// Values at which the axis upwards may end without a margin, as at the foot of bars.
  var yEdges: [Double] = []
  /// How the legend shows it; what has no label is not listed.
  var key = LegendKey()
  /// Whether it covers the panel as a ground for others, and a legend may hide it.
  var isBackground = false
  /// Draws it, with the canvas clipped to the frame.
  let draw: (_ canvas: inout Canvas, _ frame: Frame) -> Void
}
