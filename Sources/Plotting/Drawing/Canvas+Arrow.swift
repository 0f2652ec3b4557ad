extension Canvas {
  /// Draws a straight arrow whose tip is at `end`.
  public mutating func arrow(
    from start: Point, to end: Point, _ color: Color = .black, width: Double = 1.2
  ) {
    let way = end - start
    guard way.length > 0, way.isFinite else { return }
    let direction = way.unit
    // The head is never longer than the arrow.
    let length = min(width * 2 + 5, way.length)
    let neck = end - direction * length
    let side = direction.quarterTurn * (length * 0.38)
    stroke(Path([start, neck + direction * (length * 0.3)]), color, width: width)
    fill(
      Path(
        [end, neck + side, neck + direction * (length * 0.25), neck - side],
        closed: true),
      color)
  }

  /// Draws a box with rounded corners and a text in its middle, as in a diagram.
  ///
  ///     canvas.box(Rectangle(x: 10, y: 10, width: 90, height: 40), "Dense 784 → 512")
  ///     canvas.arrow(from: Point(100, 30), to: Point(130, 30))
  public mutating func box(
    _ rectangle: Rectangle, _ text: String, color: Color = .blue, size: Double = 11
  ) {
    let outline = Path(rectangle, cornerRadius: 5)
    fill(outline, Color.white.mixed(with: color, 0.12))
    stroke(outline, color, width: 1.2)
    let block = TextBlock(text, size: size, limit: rectangle.width - 8)
    draw(block, at: rectangle.center, color: Theme.textColor, anchor: .center)
  }
}
