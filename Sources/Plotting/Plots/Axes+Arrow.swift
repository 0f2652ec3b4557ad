extension Axes {
  /// Draws an arrow between two points of the axes.
  public func arrow(
    from start: Point, to end: Point, color: Color = .black, width: Double = 1.4
  ) {
    add(
      Arrows(
        x: [start.x, end.x], y: [start.y, end.y], color: color, width: width,
        marker: nil, label: ""))
  }

  /// Draws arrows from each point (xᵢ, yᵢ) to the next, as along a descent. With a marker
  /// on each point they end where it begins.
  ///
  ///     axes.arrows(x, x.map(f), marker: .circle)
  public func arrows(
    _ x: [Double], _ y: [Double], label: String = "", color: Color? = nil,
    width: Double = 1.4, marker: Marker? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSameCount("arrows", x.count, y.count, file: file, line: line)
    add(
      Arrows(
        x: x, y: y, color: nextColor(color), width: width, marker: marker,
        label: label))
  }
}

private struct Arrows: Mark {
  let x: [Double]
  let y: [Double]
  let color: Color
  let width: Double
  let marker: Marker?
  let label: String

  var key: LegendKey? {
    LegendKey(label: label, color: color, stroke: Stroke(width: width), marker: marker)
  }

  func extend(_ x: inout Extent, _ y: inout Extent) {
    for value in self.x { x.include(value) }
    for value in self.y { y.include(value) }
  }

  func draw(on canvas: inout Canvas, in frame: Frame) {
    let points = zip(x, y).map { frame.point($0, $1) }
    let gap = marker == nil ? 0 : Theme.markerSize / 2
    for (a, b) in zip(points, points.dropFirst()) where (b - a).length > 2 * gap {
      let end = b - (b - a).unit * gap
      canvas.arrow(from: a, to: end, color, width: width)
    }
    for point in points {
      marker?.draw(on: &canvas, at: point, size: Theme.markerSize, color: color)
    }
  }
}
