/// A colour of the sRGB space, with opacity.
public struct Color: Equatable, Sendable {
  /// The part of red, 0…255.
  public var red: UInt8
  /// The part of green, 0…255.
  public var green: UInt8
  /// The part of blue, 0…255.
  public var blue: UInt8
  /// The opacity: 0 is invisible, 255 hides what is below.
  public var alpha: UInt8

  /// The opaque colour 0xRRGGBB.
  public init(_ rgb: UInt32) {
    red = UInt8(truncatingIfNeeded: rgb >> 16)
    green = UInt8(truncatingIfNeeded: rgb >> 8)
    blue = UInt8(truncatingIfNeeded: rgb)
    alpha = 255
  }

  /// This colour with an opacity from 0 to 1.
  func opacity(_ opacity: Double) -> Color {
    var color = self
    color.alpha = UInt8(min(max(opacity, 0), 1) * 255 + 0.5)
    return color
  }

  /// The colour a part of the way, 0…1, to another.
  func mixed(with other: Color, _ part: Double) -> Color {
    func mix(_ a: UInt8, _ b: UInt8) -> UInt8 {
      UInt8(Double(a) + (Double(b) - Double(a)) * part + 0.5)
    }
    var color = self
    color.red = mix(red, other.red)
    color.green = mix(green, other.green)
    color.blue = mix(blue, other.blue)
    return color
  }

  /// The light it gives, 0…1, by the weights of Rec. 709 on the stored values.
  var luminance: Double {
    (0.2126 * Double(red) + 0.7152 * Double(green) + 0.0722 * Double(blue)) / 255
  }

  /// Whether it is hardly seen on white paper.
  var isNearWhite: Bool { luminance > 0.85 }

  /// What parts a mark of this colour from its ground: white, or dark around a light one.
  var rim: Color { isNearWhite ? Theme.textColor : .white }

  /// Black.
  public static let black = Color(0x000000)
  /// White.
  public static let white = Color(0xFFFFFF)
  /// A middle gray.
  public static let gray = Color(0x7F7F7F)
  /// A light gray, as of grids.
  static let lightGray = Color(0xD9D9D9)
  /// Blue.
  public static let blue = Color(0x0072B2)
  /// An orange red.
  public static let red = Color(0xD55E00)
  /// A bluish green.
  public static let green = Color(0x009E73)
  static let purple = Color(0xCC79A7)
  /// Orange.
  public static let orange = Color(0xE69F00)
  /// Sky blue.
  public static let sky = Color(0x6EC3F2)

  /// The colours of successive plots, which the colour-blind can tell apart, and whose
  /// grays differ as well. After M. Okabe and K. Ito, Color Universal Design, 2008, with
  /// a lighter sky blue.
  static let cycle: [Color] = [.blue, .red, .green, .purple, .orange, .sky]
}
