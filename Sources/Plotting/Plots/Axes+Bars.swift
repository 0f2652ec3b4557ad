extension Axes {
  /// Plots upright bars from 0 to the values. They stand at 0, 1, 2… unless `positions`
  /// are given; `width` is in units of the axis.
  ///
  ///     axes.bars(counts, width: 0.8)
  ///     axes.x.ticks = Tick.categories(["cat", "dog"])
  public func bars(
    _ values: [Double], at positions: [Double]? = nil, width: Double = 0.8,
    label: String = "", color: Color? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    let positions = positions ?? values.indices.map(Double.init)
    requireSameCount("bars", values.count, positions.count, file: file, line: line)
    add(
      Bars(
        values: values, positions: positions, thickness: width, isUpright: true,
        color: nextColor(color), label: label))
  }

  /// Plots level bars from 0 to the values; see `bars`.
  public func horizontalBars(
    _ values: [Double], at positions: [Double]? = nil, width: Double = 0.8,
    label: String = "", color: Color? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    let positions = positions ?? values.indices.map(Double.init)
    requireSameCount(
      "horizontalBars", values.count, positions.count, file: file, line: line)
    add(
      Bars(
        values: values, positions: positions, thickness: width, isUpright: false,
        color: nextColor(color), label: label))
  }
}

private struct Bars: Mark {
  let values: [Double]
  let positions: [Double]
  let thickness: Double
  let isUpright: Bool
  let color: Color
  let label: String

  var key: LegendKey? { LegendKey(label: label, color: color, isFilled: true) }

  func extend(_ x: inout Extent, _ y: inout Extent) {
    for position in positions {
      for side in [position - thickness / 2, position + thickness / 2] {
        if isUpright { x.include(side) } else { y.include(side) }
      }
    }
    for value in values {
      if isUpright { y.include(value) } else { x.include(value) }
    }
    if isUpright { y.includeFirmly(0) } else { x.includeFirmly(0) }
  }

  func draw(on canvas: inout Canvas, in frame: Frame) {
    var path = Path()
    for (position, value) in zip(positions, values) where value.isFinite {
      let (low, high) = (position - thickness / 2, position + thickness / 2)
      let (a, b) =
        isUpright
        ? (
          Point(frame.across(low), frame.downOrFoot(value)),
          Point(frame.across(high), frame.downOrFoot(0))
        )
        : (
          Point(frame.acrossOrFoot(0), frame.down(low)),
          Point(frame.acrossOrFoot(value), frame.down(high))
        )
      // Sharp edges, unless the bar is so thin that it could vanish between two pixels.
      let thickness = isUpright ? abs(b.x - a.x) : abs(b.y - a.y)
      let corners = thickness < 2 ? [a, b] : [canvas.whole(a), canvas.whole(b)]
      path.append(Path(Rectangle(around: corners)))
    }
    // All at once: then no seam shows between thin bars that share a pixel.
    canvas.fill(path, color)
  }
}
