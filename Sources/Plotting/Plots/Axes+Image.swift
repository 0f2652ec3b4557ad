extension Axes {
  /// Shows an image, each of its pixels as a square of its own, with a hairline around
  /// it. The axes count pixels; without a frame, which is the rule, they are not drawn.
  public func image(_ image: Image, framed: Bool = false) {
    hasFrame = framed
    hasEqualAspect = true
    y.isReversed = true
    add(Picture(image: image))
  }
}

extension Figure {
  /// A figure that shows images in rows, with a caption below each and a title over all.
  ///
  ///     try Figure(images: digits, captions: labels, columns: 10).write(to: "digits.png")
  public convenience init(
    images: [Image], captions: [String] = [], columns: Int, width: Double = 560,
    title: String = ""
  ) {
    let rows = max((images.count + columns - 1) / columns, 1)
    let inner = width - 2 * Theme.padding - Double(columns - 1) * Theme.gap
    let cell = (inner / Double(columns)).rounded(.down)
    let texts = captions.map { TextBlock($0, size: Theme.textSize, limit: cell).height }
    let caption = texts.max().map { ($0 + Theme.textGap).rounded(.up) } ?? 0
    let tallest = images.map { Double($0.height) / Double($0.width) }.max() ?? 1
    let heading =
      title.isEmpty ? 0 : Self.heading(title, width: width).height + Theme.gap
    let height =
      heading + 2 * Theme.padding + Double(rows)
      * (cell * tallest + caption + Theme.gap)
      - Theme.gap
    self.init(rows: rows, columns: columns, width: width, height: height.rounded(.up))
    self.title = title
    for i in 0..<rows * columns {
      self[i].hasFrame = false
      if i < images.count { self[i].image(images[i]) }
      if i < captions.count { self[i].caption = captions[i] }
    }
  }
}

private struct Picture: Mark {
  let image: Image

  var isGround: Bool { true }

  func extend(_ x: inout Extent, _ y: inout Extent) {
    for edge in [-0.5, Double(image.width) - 0.5] { x.includeFirmly(edge) }
    for edge in [-0.5, Double(image.height) - 0.5] { y.includeFirmly(edge) }
  }

  func draw(on canvas: inout Canvas, in frame: Frame) {
    let corners = [
      frame.point(-0.5, -0.5),
      frame.point(Double(image.width) - 0.5, Double(image.height) - 0.5),
    ]
    let rectangle = Rectangle(around: corners)
    canvas.draw(image, in: rectangle)
    let edge = rectangle.inset(by: Theme.hairline / 2)
    canvas.stroke(Path(edge), .lightGray, Stroke(width: Theme.hairline, join: .miter))
  }
}
