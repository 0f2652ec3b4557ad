extension Axes {
  /// Writes a text at a point of the axes, or `offset` points to the right of it and
  /// down, on a light ground, or on a dark one where it is nearly white. What would reach beyond the panel is moved inside.
  public func text(
    _ text: String, at point: Point, offset: Point = Point(0, 0), color: Color = .black,
    size: Double = 11, anchor: Anchor = .center
  ) {
    add(
      Annotation(
        text: TextBlock(text, size: size), point: point, offset: offset,
        color: color,
        anchor: anchor, hasArrow: false))
  }

  /// Points at a point of the axes with an arrow from a text, which stands `offset`
  /// away: points to the right and downwards.
  ///
  ///     axes.annotate("minimum", at: Point(0, 0), offset: Point(30, -40))
  public func annotate(
    _ text: String, at point: Point, offset: Point, color: Color = .black,
    size: Double = 11
  ) {
    add(
      Annotation(
        text: TextBlock(text, size: size), point: point, offset: offset, color: color,
        anchor: .center, hasArrow: true))
  }
}

private struct Annotation: Mark {
  let text: TextBlock
  let point: Point
  let offset: Point
  let color: Color
  let anchor: Anchor
  let hasArrow: Bool

  func extend(_ x: inout Extent, _ y: inout Extent) {
    x.include(point.x)
    y.include(point.y)
  }

  func draw(on canvas: inout Canvas, in frame: Frame) {
    let target = frame.point(point.x, point.y)
    guard target.isFinite else { return }
    var place = target + offset
    var box = Rectangle(around: text.corners(at: place, anchor, Point(1, 0)))
    let inner = frame.rectangle.inset(by: 3)
    let shift = Point(
      max(inner.x - box.x, 0) - max(box.maxX - inner.maxX, 0),
      max(inner.y - box.y, 0) - max(box.maxY - inner.maxY, 0))
    place = place + shift
    (box.x, box.y) = (box.x + shift.x, box.y + shift.y)
    box = box.inset(by: -3)
    if hasArrow { drawArrow(on: &canvas, from: box, to: target) }
    canvas.fill(Path(box, cornerRadius: 3), color.rim.opacity(0.85))
    canvas.draw(text, at: place, color: color, anchor: anchor)
  }

  /// The arrow begins where the line from the text's middle leaves the text, and ends a
  /// little before the point.
  private func drawArrow(on canvas: inout Canvas, from box: Rectangle, to target: Point)
  {
    let way = target - box.center
    let part = min(
      way.x == 0 ? 1 : box.width / 2 / abs(way.x),
      way.y == 0 ? 1 : box.height / 2 / abs(way.y))
    guard part < 1 else { return }
    let (start, end) = (box.center + way * part, target - way.unit * 7)
    // Edges part it from what it lies over.
    canvas.arrow(from: start, to: end + way.unit * 2, color.rim, width: 3)
    canvas.arrow(from: start, to: end, color, width: 1.4)
  }
}
