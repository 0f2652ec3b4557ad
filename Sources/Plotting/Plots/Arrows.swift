extension PlotArea {
  /// Draws an arrow between two points of the axes.
  public func arrow(from start: (x: Double, y: Double), to end: (x: Double, y: Double))
  {
    addArrows([start.x, end.x], [start.y, end.y], color: .black, marker: nil)
  }

  /// Draws arrows from each point (xᵢ, yᵢ) to the next, as along a descent. With a marker
  /// on each point they end where it begins.
  ///
  ///     figure.arrows([4, 3.2, 2.56], [16, 10.24, 6.55], marker: .circle)
  public func arrows(
    _ x: [Double], _ y: [Double], color: Color? = nil, marker: Marker? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSameCount("arrows", x.count, y.count, file: file, line: line)
    addArrows(x, y, color: axes.nextColor(color), marker: marker)
  }

  private func addArrows(_ x: [Double], _ y: [Double], color: Color, marker: Marker?) {
    axes.add(
      Plot(x: x, y: y) { canvas, frame in
        let points = frame.points(x, y)
        let gap = marker == nil ? 0 : Theme.markerSize / 2
        for (a, b) in zip(points, points.dropFirst()) where (b - a).length > 2 * gap {
          let end = b - (b - a).unit * gap
          canvas.arrow(from: a, to: end, color, width: Theme.arrowWidth)
        }
        marker?.draw(on: &canvas, at: points, color: color)
      })
  }
}
