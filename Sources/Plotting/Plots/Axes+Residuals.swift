extension Axes {
  /// Plots an upright line from (xᵢ, aᵢ) to (xᵢ, bᵢ) for each i, as between measured
  /// and predicted values.
  public func residuals(
    _ x: [Double], from a: [Double], to b: [Double], label: String = "",
    color: Color = .red, width: Double = 1.2, dashes: Dashes = .solid,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSameCount("residuals", x.count, a.count, b.count, file: file, line: line)
    add(
      Residuals(
        x: x, a: a, b: b, color: color, stroke: dashes.stroke(width: width),
        isSquared: false, label: label))
  }

  /// Plots a square on each residual, so that its area shows the squared error: one
  /// side runs from (xᵢ, aᵢ) to (xᵢ, bᵢ), and the square lies on its right where a > b
  /// and on its left elsewhere. It is a square to the eye, whatever the axes' units.
  public func squaredResiduals(
    _ x: [Double], from a: [Double], to b: [Double], label: String = "",
    color: Color = .red, file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSameCount(
      "squaredResiduals", x.count, a.count, b.count, file: file, line: line)
    add(
      Residuals(
        x: x, a: a, b: b, color: color, stroke: Stroke(width: 1, join: .miter),
        isSquared: true, label: label))
  }
}

private struct Residuals: Mark {
  let x: [Double]
  let a: [Double]
  let b: [Double]
  let color: Color
  let stroke: Stroke
  let isSquared: Bool
  let label: String

  var key: LegendKey? {
    isSquared
      ? LegendKey(label: label, color: color.opacity(0.3), isFilled: true)
      : LegendKey(label: label, color: color, stroke: stroke)
  }

  func extend(_ x: inout Extent, _ y: inout Extent) {
    for value in self.x { x.include(value) }
    for value in a + b { y.include(value) }
  }

  func draw(on canvas: inout Canvas, in frame: Frame) {
    for i in x.indices {
      let (from, to) = (frame.point(x[i], a[i]), frame.point(x[i], b[i]))
      guard from.isFinite, to.isFinite else { continue }
      guard isSquared else {
        canvas.stroke(Path([from, to]), color, stroke)
        continue
      }
      let side = Point(to.y - from.y, 0)
      let square = Path([from, to, to + side, from + side], closed: true)
      canvas.fill(square, color.opacity(0.2))
      canvas.stroke(square, color, stroke)
    }
  }
}
