extension Canvas {
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
