import Plotting

extension Image {
  /// The image's bytes as a browser's canvas has them: red, green, blue and opacity.
  public var rgba: [UInt8] {
    if channels == .rgba { return pixels }
    var bytes = [UInt8](repeating: 255, count: 4 * width * height)
    let (size, isGray) = (channels.rawValue, channels == .gray)
    var source = 0
    for target in stride(from: 0, to: bytes.count, by: 4) {
      bytes[target] = pixels[source]
      bytes[target + 1] = pixels[isGray ? source : source + 1]
      bytes[target + 2] = pixels[isGray ? source : source + 2]
      source += size
    }
    return bytes
  }
}
