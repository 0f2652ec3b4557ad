extension Image {
  /// The image in shades of gray, on white paper where it can be seen through.
  ///
  /// A shade is 0.299 red + 0.587 green + 0.114 blue, by Rec. 601 on the stored values,
  /// in integers.
  public var gray: Image {
    if channels == .gray { return self }
    let shades = (0..<width * height).map { i in
      let color = self[i % width, i / width]
      func onWhite(_ part: UInt8) -> Int {
        (Int(part) * Int(color.alpha) + 255 * (255 - Int(color.alpha)) + 127) / 255
      }
      let sum =
        299 * onWhite(color.red) + 587 * onWhite(color.green)
        + 114 * onWhite(color.blue)
      return UInt8((sum + 500) / 1000)
    }
    return Image(width: width, height: height, channels: .gray, pixels: shades)
  }
}
