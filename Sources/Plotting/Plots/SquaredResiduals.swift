extension PlotArea {
  /// Plots a square on each residual, so that its area shows the squared error: one
  /// side runs from (xᵢ, aᵢ) to (xᵢ, bᵢ), and the square lies on its right where a > b
  /// and on its left elsewhere. It is a square to the eye, whatever the axes' units.
  public func squaredResiduals(
    _ x: [Double], from a: [Double], to b: [Double], label: String = "",
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSameCount(
      "squaredResiduals", x.count, a.count, b.count, file: file, line: line)
    axes.add(
      Plot(
        x: x, y: a + b,
        key: LegendKey(label: label, color: Color.red.opacity(0.3), isFilled: true)
      ) { canvas, frame in
        for (from, to) in zip(frame.points(x, a), frame.points(x, b))
        where from.isFinite && to.isFinite {
          let side = Point(to.y - from.y, 0)
          let square = Path([from, to, to + side, from + side], closed: true)
          canvas.fill(square, Color.red.opacity(0.2))
          canvas.stroke(square, .red, Stroke(width: 1, join: .miter))
        }
      })
  }
}
