extension PlotArea {
  /// Draws a box with rounded corners and a text of one or more lines in its middle, as
  /// in a diagram.
  ///
  ///     figure.box(x: 0...2, y: 0...1, "h₁\n[200, 512]")
  ///     figure.arrow(from: (2.1, 0.5), to: (3.9, 0.5))
  public func box(x: ClosedRange<Double>, y: ClosedRange<Double>, _ text: String) {
    let (xs, ys) = ([x.lowerBound, x.upperBound], [y.lowerBound, y.upperBound])
    axes.add(
      Plot(x: xs, y: ys) { canvas, frame in
        let corners = frame.points(xs, ys)
        guard corners.allSatisfy({ $0.isFinite }) else { return }
        let rectangle = Rectangle(around: corners)
        let outline = Path(rectangle, cornerRadius: 5)
        canvas.fill(outline, Color.white.mixed(with: .blue, 0.12))
        canvas.stroke(outline, .blue, width: 1.2)
        canvas.draw(
          TextBlock(text, size: Theme.labelSize, limit: rectangle.width - 8),
          at: rectangle.center, color: Theme.textColor, anchor: .center)
      })
  }
}
