extension Axes {
  /// Plots the points (xᵢ, yᵢ) as markers, `size` points wide.
  ///
  ///     axes.scatter(areas, prices, label: "houses")
  public func scatter(
    _ x: [Double], _ y: [Double], label: String = "", color: Color? = nil,
    marker: Marker? = nil, size: Double? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSameCount("scatter", x.count, y.count, file: file, line: line)
    add(
      Scatter(
        x: x, y: y, color: nextColor(color), marker: nextMarker(marker),
        size: size ?? Theme.markerSize, label: label))
  }
}

private struct Scatter: Mark {
  let x: [Double]
  let y: [Double]
  let color: Color
  let marker: Marker
  let size: Double
  let label: String

  var key: LegendKey? { LegendKey(label: label, color: color, marker: marker) }

  func extend(_ x: inout Extent, _ y: inout Extent) {
    for value in self.x { x.include(value) }
    for value in self.y { y.include(value) }
  }

  func draw(on canvas: inout Canvas, in frame: Frame) {
    for (x, y) in zip(x, y) {
      marker.draw(on: &canvas, at: frame.point(x, y), size: size, color: color)
    }
  }
}
