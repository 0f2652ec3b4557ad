/// An axis with its ends, as it is drawn.
struct Span {
  let scale: Scale
  /// The position at the axis's beginning.
  let low: Double
  /// The position at the axis's end; more than `low`.
  let high: Double
  let isReversed: Bool

  /// The part of the way, 0…1, at which a value is; not finite without a place.
  func part(_ value: Double) -> Double {
    let part = (scale.position(value) - low) / (high - low)
    return isReversed ? 1 - part : part
  }

  /// The value at a part of the way.
  func value(_ part: Double) -> Double {
    scale.value(low + (isReversed ? 1 - part : part) * (high - low))
  }
}

extension Span {
  /// The axis over its limits or, without any, over the values that have a place on it
  /// with a twentieth more on either side, but none beyond an edge. Edges are values, too.
  init(_ axis: Axis, values: [Double] = [], edges: [Double] = []) {
    // The width of the axis must be finite as well.
    let positions = (values + edges).map { axis.scale.position($0) }
      .filter { $0.isFinite }.map { min(max($0, -1e300), 1e300) }
    var (low, high) = (positions.min() ?? 0, positions.max() ?? 1)
    // What is too narrow for a Double to divide gets some width.
    if high - low <= max(abs(low), abs(high)) * 1e-10 {
      let room =
        axis.scale == .logarithmic ? 0.5 : max(abs(low) * 0.1, low == 0 ? 0.5 : 1e-300)
      (low, high) = (low - room, high + room)
    } else if !positions.isEmpty {
      let margin = (high - low) * 0.05
      let ends = edges.map { axis.scale.position($0) }
      (low, high) = (
        ends.contains(low) ? low : low - margin,
        ends.contains(high) ? high : high + margin
      )
    }
    if let limits = axis.limits {
      let (first, last) = (
        axis.scale.position(limits.lowerBound), axis.scale.position(limits.upperBound)
      )
      if first.isFinite { low = first }
      if last.isFinite { high = last }
      if low >= high { (low, high) = (low - 0.5, low + 0.5) }
    }
    self.init(scale: axis.scale, low: low, high: high, isReversed: axis.isReversed)
  }

  func ticks(maximum: Int) -> [Tick] {
    switch scale {
    case .linear: visible(Ticks.linear(from: low, to: high, maximum: maximum))
    case .logarithmic: visible(Ticks.logarithmic(from: low, to: high, maximum: maximum))
    }
  }

  var minorTicks: [Double] {
    scale == .linear
      ? [] : Ticks.logarithmicMinor(from: low, to: high).filter { part($0).isFinite }
  }

  /// Those of the ticks that lie on the axis.
  func visible(_ ticks: [Tick]) -> [Tick] {
    ticks.filter { (-1e-9...1 + 1e-9).contains(part($0.value)) }
  }
}
