/// A way of showing numbers as colours.
public struct Colormap: Sendable {
  /// Equally distant colours from the least value to the greatest.
  private let stops: [Color]

  /// The colour at a part of the way, 0…1.
  func color(_ part: Double) -> Color {
    guard part.isFinite else { return .lightGray }
    let place = min(max(part, 0), 1) * Double(stops.count - 1)
    let index = min(Int(place), stops.count - 2)
    return stops[index].mixed(with: stops[index + 1], place - Double(index))
  }

  /// The colour of a value between limits.
  func color(_ value: Double, in limits: ClosedRange<Double>) -> Color {
    color((value - limits.lowerBound) / (limits.upperBound - limits.lowerBound))
  }

  /// From dark blue over green to yellow, even to the eye also without colour.
  /// Source: viridis, S. van der Walt and N. Smith, 2015, CC0.
  public static let viridis = Colormap(
    stops: [
      0x440154, 0x48186A, 0x472D7B, 0x424086, 0x3B528B, 0x33638D, 0x2C728E, 0x26828E,
      0x21918C, 0x1FA088, 0x28AE80, 0x3FBC73, 0x5EC962, 0x84D44B, 0xADDC30, 0xD8E219,
      0xFDE725,
    ].map { Color($0) })

  /// From white to dark blue, where nothing is to look like nothing, as of counts.
  public static let blues = Colormap(
    stops: [0xFFFFFF, 0xC9DDF0, 0x84B9DA, 0x2F74B0, 0x123A6B].map { Color($0) })

  /// From black to white.
  public static let gray = Colormap(stops: [.black, .white])

  /// From blue over white to red, for values on either side of zero.
  public static let diverging = Colormap(
    stops: [0x123A6B, 0x2F74B0, 0x84B9DA, 0xF7F7F7, 0xF1A887, 0xC8483F, 0x720D24]
      .map { Color($0) })
}
