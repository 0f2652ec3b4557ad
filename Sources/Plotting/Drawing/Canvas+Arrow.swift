extension Canvas {
  /// Draws a straight arrow whose tip is at `end`.
  mutating func arrow(from start: Point, to end: Point, _ color: Color, width: Double) {
    let way = end - start
    guard way.length > 0, way.isFinite else { return }
    let direction = way.unit
    // The head is never longer than the arrow.
    let length = min(width * 2 + 5, way.length)
    let neck = end - direction * length
    let side = direction.quarterTurn * (length * 0.38)
    stroke(Path([start, neck + direction * (length * 0.3)]), color, width: width)
    let head = [end, neck + side, neck + direction * (length * 0.25), neck - side]
    fill(Path(head, closed: true), color)
  }
}
