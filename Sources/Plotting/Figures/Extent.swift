/// The positions on an axis that the data take up.
struct Extent {
  let scale: Scale
  private(set) var low = Double.infinity
  private(set) var high = -Double.infinity
  /// Positions at which the axis may end without a margin.
  private var edges: [Double] = []

  init(scale: Scale) {
    self.scale = scale
  }

  /// Takes in a value; one without a place on the axis is left out.
  mutating func include(_ value: Double) {
    let position = scale.position(value)
    guard position.isFinite else { return }
    // The width of the axis must be finite as well.
    low = min(low, max(position, -1e300))
    high = max(high, min(position, 1e300))
  }

  /// Takes in values, and edges, which need no margin beyond them.
  mutating func include(_ values: [Double], edges: [Double]) {
    for value in values { include(value) }
    for edge in edges {
      include(edge)
      self.edges.append(scale.position(edge))
    }
  }

  /// Where the axis begins and ends: the data with a twentieth more on either side.
  var withMargins: (low: Double, high: Double) {
    guard low <= high else { return (0, 1) }
    var (start, end) = (low, high)
    // What is too narrow for a Double to divide gets some width.
    let least = max(abs(low), abs(high)) * 1e-10
    if end - start <= least {
      let room =
        scale == .logarithmic ? 0.5 : max(abs(low) * 0.1, low == 0 ? 0.5 : 1e-300)
      return (low - room, high + room)
    }
    let margin = (end - start) * 0.05
    if !edges.contains(start) { start -= margin }
    if !edges.contains(end) { end += margin }
    return (start, end)
  }
}
