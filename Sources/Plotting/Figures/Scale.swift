/// How values are spread along an axis.
public enum Scale: Sendable {
  /// Equal distances for equal differences.
  case linear
  /// Equal distances for equal ratios; only positive values have a place.
  case logarithmic

  /// The value itself or its logarithm to base ten; not finite without a place.
  func position(_ value: Double) -> Double {
    switch self {
    case .linear: value
    case .logarithmic: value > 0 ? FixedMath.log10(value) : .nan
    }
  }
}

/// The positions on an axis that the data take up.
struct Extent {
  let scale: Scale
  private(set) var low = Double.infinity
  private(set) var high = -Double.infinity
  /// Positions at which the axis may end without a margin: an image's edges, the foot
  /// of bars.
  private var firm: [Double] = []

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

  /// Takes in a value that needs no margin beyond it.
  mutating func includeFirmly(_ value: Double) {
    include(value)
    firm.append(scale.position(value))
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
    if !firm.contains(start) { start -= margin }
    if !firm.contains(end) { end += margin }
    return (start, end)
  }
}

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
}

/// The rectangle in which data are drawn, and where each of them goes.
struct Frame {
  let rectangle: Rectangle
  let x: Span
  let y: Span

  /// The place of (x, y), not finite where a logarithm has none.
  func point(_ x: Double, _ y: Double) -> Point {
    Point(across(x), down(y))
  }

  func across(_ value: Double) -> Double {
    rectangle.x + x.part(value) * rectangle.width
  }

  func down(_ value: Double) -> Double {
    rectangle.maxY - y.part(value) * rectangle.height
  }

  /// The distance down of a value, or of the lower edge where it has no place.
  func downOrFoot(_ value: Double) -> Double {
    let place = down(value)
    return place.isFinite ? place : rectangle.maxY
  }

  /// The distance across of a value, or of the left edge where it has no place.
  func acrossOrFoot(_ value: Double) -> Double {
    let place = across(value)
    return place.isFinite ? place : rectangle.x
  }
}
