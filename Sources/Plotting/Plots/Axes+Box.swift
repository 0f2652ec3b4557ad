extension Axes {
  /// Draws a box with rounded corners and a text of one or more lines in its middle, as
  /// in a diagram.
  ///
  ///     axes.box(x: 0...2, y: 0...1, "h₁\n[200, 512]")
  ///     axes.arrow(from: Point(2.1, 0.5), to: Point(3.9, 0.5))
  public func box(
    x: ClosedRange<Double>, y: ClosedRange<Double>, _ text: String,
    color: Color = .blue, size: Double = 12
  ) {
    add(Box(x: x, y: y, text: text, color: color, size: size))
  }
}

private struct Box: Mark {
  let x: ClosedRange<Double>
  let y: ClosedRange<Double>
  let text: String
  let color: Color
  let size: Double

  func extend(_ x: inout Extent, _ y: inout Extent) {
    for value in [self.x.lowerBound, self.x.upperBound] { x.include(value) }
    for value in [self.y.lowerBound, self.y.upperBound] { y.include(value) }
  }

  func draw(on canvas: inout Canvas, in frame: Frame) {
    let corners = [
      frame.point(x.lowerBound, y.lowerBound), frame.point(x.upperBound, y.upperBound),
    ]
    guard corners.allSatisfy(\.isFinite) else { return }
    canvas.box(Rectangle(around: corners), text, color: color, size: size)
  }
}
