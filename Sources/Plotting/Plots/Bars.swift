extension PlotArea {
  /// Plots upright bars from 0 to the values. They stand at 0, 1, 2… unless `positions`
  /// are given; `width` is in units of the axis.
  ///
  ///     figure.bars([12, 7])
  ///     figure.x.ticks = Tick.categories(["cat", "dog"])
  public func bars(
    _ values: [Double], at positions: [Double]? = nil, width: Double = 0.8,
    label: String = "", color: Color? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    let positions = positions ?? values.indices.map { Double($0) }
    requireSameCount("bars", values.count, positions.count, file: file, line: line)
    let color = axes.nextColor(color)
    let sides = positions.flatMap { [$0 - width / 2, $0 + width / 2] }
    axes.add(
      Plot(
        x: sides, y: values, yEdges: [0],
        key: LegendKey(label: label, color: color, isFilled: true)
      ) { canvas, frame in
        var path = Path()
        for (position, value) in zip(positions, values) where value.isFinite {
          let a = Point(frame.across(position - width / 2), frame.downOrFoot(value))
          let b = Point(frame.across(position + width / 2), frame.downOrFoot(0))
          // Sharp edges, unless the bar is so thin that it could vanish between pixels.
          let corners =
            abs(b.x - a.x) < 2 ? [a, b] : [canvas.whole(a), canvas.whole(b)]
          path.append(Path(Rectangle(around: corners)))
        }
        // All at once: then no seam shows between thin bars that share a pixel.
        canvas.fill(path, color)
      })
  }
}
