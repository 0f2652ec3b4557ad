/// A white sheet to draw on, in points from its upper left corner.
///
/// Edges are smoothed by the exact area that a shape covers of each pixel. A point is
/// `scale` pixels wide, two unless said otherwise.
///
///     var canvas = Canvas(width: 200, height: 100)
///     canvas.fill(Path(circle: Point(50, 50), radius: 20), .blue)
///     canvas.text("θ", at: Point(120, 50), size: 14, color: .black)
struct Canvas {
  /// The width in points.
  let width: Double
  /// The height in points.
  let height: Double
  /// The number of pixels a point is wide.
  let scale: Double
  /// What has been drawn so far.
  private(set) var image: Image
  /// Where drawing shows; elsewhere the sheet stays as it is. Everywhere, at first.
  var clip: Rectangle
  /// The corners of every text drawn, to see which of them meet.
  var texts: [[Point]] = []

  private var rasterizer: Rasterizer

  /// The pixels a point is wide unless said otherwise.
  static let scale = 2.0

  /// An empty sheet, at least one pixel wide and high.
  init(width: Double, height: Double, scale: Double = Self.scale) {
    (self.width, self.height, self.scale) = (width, height, scale)
    let columns = max(Int((width * scale).rounded()), 1)
    let rows = max(Int((height * scale).rounded()), 1)
    image = Image(width: columns, height: rows, color: .white)
    clip = Rectangle(x: 0, y: 0, width: width, height: height)
    rasterizer = Rasterizer(width: columns, height: rows)
  }

  /// The whole sheet.
  var bounds: Rectangle { Rectangle(x: 0, y: 0, width: width, height: height) }

  /// Fills what a path winds around, in one sense more often than in the other. Open
  /// contours are closed by a straight line.
  mutating func fill(_ path: Path, _ color: Color) {
    let clip = pixelClip
    for contour in path.contours {
      guard var last = contour.points.last.map(pixel) else { continue }
      for point in contour.points {
        let next = pixel(point)
        rasterizer.add(last, next, clip: clip)
        last = next
      }
    }
    rasterizer.sweep { row, columns, coverage in
      image.blend(row: row, columns: columns, color, coverage: coverage)
    }
  }

  /// Draws a line along a path.
  mutating func stroke(_ path: Path, _ color: Color, _ stroke: Stroke) {
    // As much further than the clip as a corner's point may reach back.
    let region = clip.inset(by: -4 * stroke.width)
    fill(stroke.outline(of: path.clipped(to: region)), color)
  }

  /// Draws an unbroken line along a path.
  mutating func stroke(_ path: Path, _ color: Color, width: Double) {
    stroke(path, color, Stroke(width: width))
  }

  /// Draws a line along a path; a nearly white one is parted from a light ground by dark
  /// edges.
  mutating func strokeApart(_ path: Path, _ color: Color, _ stroke: Stroke) {
    if color.isNearWhite {
      var edges = stroke
      edges.width += 1.6
      self.stroke(path, color.rim, edges)
    }
    self.stroke(path, color, stroke)
  }

  /// Draws an image into a rectangle, each pixel of the sheet taking the image's pixel
  /// that its centre falls on.
  mutating func draw(_ source: Image, in rectangle: Rectangle) {
    let clip = pixelClip
    let left = rectangle.x * scale
    let top = rectangle.y * scale
    let (w, h) = (rectangle.width * scale, rectangle.height * scale)
    guard w > 0, h > 0 else { return }
    let target = Rectangle(x: left, y: top, width: w, height: h).intersection(clip)
    // The pixels whose centres lie inside.
    let columns =
      Int((target.x + 0.5).rounded(.down))..<Int((target.maxX + 0.5).rounded(.down))
    let rows =
      Int((target.y + 0.5).rounded(.down))..<Int((target.maxY + 0.5).rounded(.down))
    func place(_ pixel: Int, _ start: Double, _ length: Double, _ count: Int) -> Int {
      min(Int((Double(pixel) + 0.5 - start) / length * Double(count)), count - 1)
    }
    for row in rows {
      let y = place(row, top, h, source.height)
      for column in columns {
        let x = place(column, left, w, source.width)
        image.blend(row: row, columns: column..<column + 1, source[x, y], coverage: 255)
      }
    }
  }

  /// The place nearest to `value`, across or down, where a line `width` points wide has
  /// its edges between pixels and so is sharp.
  func sharp(_ value: Double, width: Double) -> Double {
    let pixels = max((width * scale).rounded(), 1)
    let half = pixels.remainder(dividingBy: 2) == 0 ? 0 : 0.5
    return ((value * scale - half).rounded() + half) / scale
  }

  /// Draws an upright line with sharp edges.
  mutating func upright(
    at x: Double, from start: Double, to end: Double, _ color: Color, width: Double
  ) {
    let x = sharp(x, width: width)
    stroke(Path([Point(x, start), Point(x, end)]), color, width: width)
  }

  /// Draws a level line with sharp edges.
  mutating func level(
    at y: Double, from start: Double, to end: Double, _ color: Color, width: Double
  ) {
    let y = sharp(y, width: width)
    stroke(Path([Point(start, y), Point(end, y)]), color, width: width)
  }

  /// The corner of pixels nearest to a point. Between such corners there are no seams.
  func whole(_ point: Point) -> Point {
    Point((point.x * scale).rounded() / scale, (point.y * scale).rounded() / scale)
  }

  private var pixelClip: Rectangle {
    Rectangle(
      x: clip.x * scale, y: clip.y * scale,
      width: clip.width * scale, height: clip.height * scale
    ).intersection(
      Rectangle(x: 0, y: 0, width: Double(image.width), height: Double(image.height)))
  }

  /// A point in pixels. What is far outside is brought nearer, where sums are exact.
  private func pixel(_ point: Point) -> Point {
    func near(_ value: Double) -> Double { min(max(value * scale, -1e7), 1e7) }
    return point.isFinite ? Point(near(point.x), near(point.y)) : Point(0, 0)
  }
}

extension Image {
  /// Lays a colour over a run of pixels of an RGB image:
  /// new = old + (color − old) · coverage · opacity, rounded.
  fileprivate mutating func blend(
    row: Int, columns: Range<Int>, _ color: Color, coverage: Int
  ) {
    let alpha = (coverage * Int(color.alpha) + 127) / 255
    let start = (row * width + columns.lowerBound) * 3
    let end = (row * width + columns.upperBound) * 3
    if alpha == 255 {
      for i in stride(from: start, to: end, by: 3) {
        pixels[i] = color.red
        pixels[i + 1] = color.green
        pixels[i + 2] = color.blue
      }
      return
    }
    for i in stride(from: start, to: end, by: 3) {
      pixels[i] = mix(pixels[i], color.red, alpha)
      pixels[i + 1] = mix(pixels[i + 1], color.green, alpha)
      pixels[i + 2] = mix(pixels[i + 2], color.blue, alpha)
    }
  }
}

/// old + (new − old) · alpha / 255, rounded.
private func mix(_ old: UInt8, _ new: UInt8, _ alpha: Int) -> UInt8 {
  let sum = UInt32(old) &* UInt32(255 - alpha) &+ UInt32(new) &* UInt32(alpha) &+ 127
  // n / 255 = (n + 1 + n / 256) / 256 for all n below 65535.
  return UInt8(truncatingIfNeeded: (sum &+ 1 &+ (sum >> 8)) >> 8)
}
