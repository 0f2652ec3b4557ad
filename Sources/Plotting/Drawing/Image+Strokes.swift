extension Image {
  /// A white sheet, in gray, with strokes of a black round pen, each through some places, in
  /// pixels from the upper left corner. One place makes a dot.
  ///
  ///     let slash = Image(
  ///       width: 100, height: 100, strokes: [[(20, 80), (80, 20)]], penWidth: 8)
  ///     try slash.write(to: "slash.png")
  public init(
    width: Int, height: Int, strokes: [[(x: Double, y: Double)]], penWidth: Double
  ) {
    var canvas = Canvas(width: Double(width), height: Double(height), scale: 1)
    for stroke in strokes {
      let points = stroke.map { Point($0.x, $0.y) }
      canvas.stroke(Path(points), .black, width: penWidth)
      for end in [points.first, points.last].compactMap({ $0 }) {
        canvas.fill(Path(circle: end, radius: penWidth / 2), .black)
      }
    }
    let drawn = canvas.image.pixels
    self.init(
      width: width, height: height, channels: .gray,
      pixels: stride(from: 0, to: drawn.count, by: 3).map { drawn[$0] })
  }
}
