/// Rows of pixels of 8 bits a channel, the top row first.
///
///     let checks = Image(width: 2, height: 2, channels: .gray, pixels: [0, 255, 255, 0])
///     checks[1, 0] == .white  // true
public struct Image: Equatable, Sendable {
  /// What the bytes of a pixel are.
  public enum Channels: Int, Sendable {
    /// One byte: 0 is black, 255 white.
    case gray = 1
    /// Three bytes: red, green and blue.
    case rgb = 3
    /// Four bytes: red, green, blue and opacity.
    case rgba = 4
  }

  /// The number of columns.
  public let width: Int
  /// The number of rows.
  public let height: Int
  /// What the bytes of a pixel are.
  public let channels: Channels
  /// The bytes: `height · width · channels` of them, row by row.
  public internal(set) var pixels: [UInt8]

  /// An image of the given bytes, `height · width · channels` of them.
  public init(
    width: Int, height: Int, channels: Channels, pixels: [UInt8],
    file: StaticString = #fileID, line: UInt = #line
  ) {
    guard width > 0, height > 0, pixels.count == width * height * channels.rawValue
    else {
      fatalError(
        "Image: \(pixels.count) bytes are not \(height) rows of \(width) \(channels) pixels",
        file: file, line: line)
    }
    (self.width, self.height) = (width, height)
    (self.channels, self.pixels) = (channels, pixels)
  }

  /// An image of one colour, in red, green and blue.
  public init(width: Int, height: Int, color: Color) {
    var bytes = [UInt8](repeating: color.red, count: width * height * 3)
    let isGray = color.red == color.green && color.green == color.blue
    for i in stride(from: 0, to: isGray ? 0 : bytes.count, by: 3) {
      bytes[i + 1] = color.green
      bytes[i + 2] = color.blue
    }
    self.init(width: width, height: height, channels: .rgb, pixels: bytes)
  }

  /// The colour of a pixel.
  public subscript(column: Int, row: Int) -> Color {
    let i = (row * width + column) * channels.rawValue
    var color = Color(0)
    switch channels {
    case .gray:
      (color.red, color.green, color.blue) = (pixels[i], pixels[i], pixels[i])
    case .rgb, .rgba:
      (color.red, color.green, color.blue) = (pixels[i], pixels[i + 1], pixels[i + 2])
    }
    if channels == .rgba { color.alpha = pixels[i + 3] }
    return color
  }
}
