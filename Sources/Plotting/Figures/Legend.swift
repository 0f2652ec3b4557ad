/// A line of a legend: a sample of the plot and its label.
struct LegendKey {
  var label = ""
  var color = Color.black
  var stroke: Stroke?
  var marker: Marker?
  var isFilled = false
}

/// The legend of a panel, measured and ready to be placed.
struct Legend {
  private static let sampleWidth = 26.0
  private static let rowHeight = 16.0
  private static let padding = 6.0

  let keys: [LegendKey]
  let width: Double
  let height: Double

  /// The legend of what has a label; nil where nothing has.
  init?(_ plots: [Plot]) {
    keys = plots.map { $0.key }.filter { !$0.label.isEmpty }
    if keys.isEmpty { return nil }
    let widest =
      keys.map { Font.width(of: $0.label, size: Theme.textSize) }.max() ?? 0
    width = Self.padding * 3 + Self.sampleWidth + widest
    height = Self.padding * 2 + Self.rowHeight * Double(keys.count)
  }

  /// Draws the legend with its upper left corner at a point.
  func draw(on canvas: inout Canvas, at corner: Point) {
    let box = Rectangle(x: corner.x, y: corner.y, width: width, height: height)
    let outline = Path(box, cornerRadius: 3)
    canvas.fill(outline, .white.opacity(0.88))
    canvas.stroke(outline, .lightGray, width: 0.75)
    for (i, key) in keys.enumerated() {
      let middle = box.y + Self.padding + (Double(i) + 0.5) * Self.rowHeight
      let left = box.x + Self.padding
      let right = left + Self.sampleWidth
      if key.isFilled {
        let sample = Rectangle(
          x: left + 3, y: middle - 5, width: Self.sampleWidth - 6, height: 10)
        canvas.fill(Path(sample), key.color)
      }
      if let stroke = key.stroke {
        canvas.strokeApart(
          Path([Point(left, middle), Point(right, middle)]), key.color, stroke)
      }
      key.marker?.draw(
        on: &canvas, at: [Point((left + right) / 2, middle)], color: key.color)
      canvas.text(
        key.label, at: Point(right + Self.padding, middle), size: Theme.textSize,
        color: Theme.textColor, anchor: .left)
    }
  }

  /// The places of the legend in a frame, by its upper left corner. The first is the
  /// default: another is taken where less is hidden.
  private func places(in frame: Rectangle) -> [Point] {
    let inner = frame.inset(by: 7)
    let (left, right) = (inner.x, max(inner.maxX - width, 0))
    let (top, bottom) = (inner.y, max(inner.maxY - height, 0))
    let (center, middle) = ((left + right) / 2, (top + bottom) / 2)
    return [
      Point(right, top), Point(left, top), Point(right, bottom), Point(left, bottom),
      Point(center, top), Point(center, bottom), Point(right, middle),
      Point(left, middle),
    ]
  }

  /// The upper left corner of the legend where it hides least of the data: the fewest
  /// pixels differ from `before`, the picture without the data. Of equals, it is that
  /// which is farther from them.
  func corner(in frame: Rectangle, on canvas: Canvas, before: Image) -> Point {
    func hidden(_ corner: Point, margin: Double) -> Int {
      let box = Rectangle(x: corner.x, y: corner.y, width: width, height: height)
      return canvas.image.differences(
        from: before, in: box.inset(by: -margin), scale: canvas.scale)
    }
    let tries = places(in: frame).map { corner in
      // A little more than the box, so that no line touches it, but not the frame.
      (corner, hidden: hidden(corner, margin: 3), near: hidden(corner, margin: 6))
    }
    return tries.min { ($0.hidden, $0.near) < ($1.hidden, $1.near) }!.0
  }
}

extension Image {
  /// The number of pixels in a rectangle that differ from another image of this size.
  fileprivate func differences(
    from other: Image, in rectangle: Rectangle, scale: Double
  ) -> Int {
    func range(_ low: Double, _ high: Double, _ count: Int) -> Range<Int> {
      let first = min(max(Int(low * scale), 0), count)
      return first..<min(max(Int(high * scale), first), count)
    }
    var count = 0
    for row in range(rectangle.y, rectangle.maxY, height) {
      for column in range(rectangle.x, rectangle.maxX, width) {
        let i = (row * width + column) * 3
        let isSame =
          pixels[i] == other.pixels[i] && pixels[i + 1] == other.pixels[i + 1]
          && pixels[i + 2] == other.pixels[i + 2]
        if !isSame { count += 1 }
      }
    }
    return count
  }
}
