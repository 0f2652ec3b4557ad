/// The point of a text that is put at a given place.
public enum Anchor: Sendable {
  /// The middle of the capitals.
  case center
  /// The beginning, at the middle of the capitals.
  case left
  /// The end, at the middle of the capitals.
  case right
  /// The middle of the upper edge.
  case top
  /// The middle of the lower edge.
  case bottom

  /// The part of the text's width that is left of the place.
  var across: Double {
    switch self {
    case .left: 0
    case .right: 1
    case .center, .top, .bottom: 0.5
    }
  }
}
