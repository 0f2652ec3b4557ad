extension PlotArea {
  /// Plots the points (xᵢ, yᵢ) as markers.
  ///
  ///     figure.scatter([60, 95, 120], [210, 330, 395], label: "houses")
  public func scatter(
    _ x: [Double], _ y: [Double], label: String = "", color: Color? = nil,
    marker: Marker = .circle, file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSameCount("scatter", x.count, y.count, file: file, line: line)
    let color = axes.nextColor(color)
    axes.add(
      Plot(x: x, y: y, key: LegendKey(label: label, color: color, marker: marker)) {
        canvas, frame in
        marker.draw(on: &canvas, at: frame.points(x, y), color: color)
      })
  }
}
