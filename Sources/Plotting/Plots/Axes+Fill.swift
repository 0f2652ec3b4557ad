extension Axes {
  /// Fills the area between two curves over the same x.
  public func fill(
    _ x: [Double], between a: [Double], and b: [Double], label: String = "",
    color: Color? = nil, opacity: Double = 0.25,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSameCount("fill", x.count, a.count, b.count, file: file, line: line)
    add(
      Fill(x: x, a: a, b: b, color: nextColor(color).opacity(opacity), label: label))
  }
}

private struct Fill: Mark {
  let x: [Double]
  let a: [Double]
  let b: [Double]
  let color: Color
  let label: String

  var key: LegendKey? { LegendKey(label: label, color: color, isFilled: true) }

  func extend(_ x: inout Extent, _ y: inout Extent) {
    for value in self.x { x.include(value) }
    for value in a + b { y.include(value) }
  }

  func draw(on canvas: inout Canvas, in frame: Frame) {
    let there = x.indices.map { Point(frame.across(x[$0]), frame.downOrFoot(a[$0])) }
    let back = x.indices.reversed().map {
      Point(frame.across(x[$0]), frame.downOrFoot(b[$0]))
    }
    canvas.fill(Path((there + back).filter(\.isFinite), closed: true), color)
  }
}
