extension PlotArea {
  /// Shows an image, each of its pixels as a square of its own, with a hairline around
  /// it and no axes.
  public func image(_ image: Image) {
    axes.hasFrame = false
    axes.hasEqualAspect = true
    axes.y.isReversed = true
    let (x, y) = ([0, Double(image.width)], [0, Double(image.height)])
    axes.add(
      Plot(xEdges: x, yEdges: y, isBackground: true) { canvas, frame in
        let rectangle = Rectangle(around: frame.points(x, y))
        canvas.draw(image, in: rectangle)
        canvas.stroke(
          Path(rectangle.inset(by: Theme.hairline / 2)), .lightGray,
          Stroke(width: Theme.hairline, join: .miter))
      })
  }
}

extension Figure {
  /// A figure that shows images in rows, with a caption below each and a title over all.
  ///
  ///     let gray = Image(width: 28, height: 28, color: .gray)
  ///     let figure = Figure(images: [gray, gray], captions: ["a", "b"], columns: 2)
  ///     try figure.rendered().write(to: "pair.png")
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
      title.isEmpty ? 0 : Self.headingBlock(title, width: width).height + Theme.gap
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
