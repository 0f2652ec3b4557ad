/// The pattern of a line, so that lines can be told apart without colour.
public enum Dashes: CaseIterable, Sendable {
  /// Unbroken.
  case solid
  /// Dashes.
  case dashed
  /// Dashes and dots in turn.
  case dashDot
  /// Dots.
  case dotted
  /// Long dashes.
  case long
  /// A dash and two dots in turn.
  case dashDotDot

  /// A stroke with this pattern, whose lengths grow with the width.
  func stroke(width: Double) -> Stroke {
    let lengths: [Double] =
      switch self {
      case .solid: []
      case .dashed: [4, 2]
      case .dashDot: [5, 1.6, 1, 1.6]
      case .dotted: [1, 1.4]
      case .long: [8, 2]
      case .dashDotDot: [5, 1.5, 1, 1.5, 1, 1.5]
      }
    return Stroke(width: width, dashes: lengths.map { $0 * width })
  }
}
