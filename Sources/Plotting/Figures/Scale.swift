import FixedMath

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
    case .logarithmic: value > 0 ? log10(value) : .nan
    }
  }

  /// The value that has a position.
  func value(_ position: Double) -> Double {
    switch self {
    case .linear: position
    case .logarithmic: exp(position * 2.302585092994046)
    }
  }
}
