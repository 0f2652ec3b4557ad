/// Where two images differ.
public struct ImageDifference: CustomStringConvertible, Sendable {
  /// How many pixels are not the same.
  public let count: Int
  /// The greatest difference of a channel, 1…255.
  public let largest: Int
  /// The first picture in pale gray, the differing pixels in red.
  public let picture: Image

  /// One line with the figures.
  public var description: String {
    let total = picture.width * picture.height
    return "\(count) of \(total) pixels differ, by at most \(largest) of 255"
  }
}

extension Image {
  /// Compares the pixels with another image's of the same size; nil where none differs.
  ///
  /// Images of different sizes differ everywhere, and then the picture is all red.
  public func difference(from other: Image) -> ImageDifference? {
    var picture = Image(width: width, height: height, color: .red)
    guard (width, height) == (other.width, other.height) else {
      return ImageDifference(count: width * height, largest: 255, picture: picture)
    }
    var (count, largest) = (0, 0)
    for row in 0..<height {
      for column in 0..<width {
        let (a, b) = (self[column, row], other[column, row])
        if a == b {
          let pale = UInt8(191 + a.luminance * 64)
          let i = (row * width + column) * 3
          for channel in 0..<3 { picture.pixels[i + channel] = pale }
          continue
        }
        count += 1
        for (x, y) in [
          (a.red, b.red), (a.green, b.green), (a.blue, b.blue), (a.alpha, b.alpha),
        ] {
          largest = max(largest, abs(Int(x) - Int(y)))
        }
      }
    }
    if count == 0 { return nil }
    return ImageDifference(count: count, largest: largest, picture: picture)
  }
}
