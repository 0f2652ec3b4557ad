/// The sizes, widths and colours that all figures share. Lengths are points.
enum Theme {
  static let figureTitleSize = 15.0
  static let titleSize = 13.0
  static let labelSize = 12.0
  /// Ticks, legends and texts: the smallest that print well.
  static let textSize = 11.0

  static let lineWidth = 1.8
  static let arrowWidth = 1.4
  static let markerSize = 6.5
  static let frameWidth = 1.0
  static let hairline = 0.5
  static let gridWidth = 0.75
  static let minorGridWidth = 0.5

  static let frameColor = Color(0x4D4D4D)
  static let gridColor = Color(0xE2E2E2)
  static let minorGridColor = Color(0xF0F0F0)
  static let textColor = Color(0x1A1A1A)

  /// From the figure's edge to what is next to it.
  static let padding = 8.0
  /// Between neighbouring panels.
  static let gap = 16.0
  static let tickLength = 3.5
  /// From a tick to its label.
  static let tickGap = 3.5
  /// From one text to the next.
  static let textGap = 7.0
  static let colorBarWidth = 13.0
}
