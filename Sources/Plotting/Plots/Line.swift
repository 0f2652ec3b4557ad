extension PlotArea {
  /// Plots a line through the points (xᵢ, yᵢ). A value that is not finite, or that has
  /// no logarithm on a logarithmic axis, interrupts it.
  ///
  ///     figure.line([1, 2, 4], [0.9, 0.5, 0.4], label: "training")
  ///
  /// A nearly white line, as over contours, gets dark edges, so that it is seen on every
  /// ground.
  public func line(
    _ x: [Double], _ y: [Double], label: String = "", color: Color? = nil,
    width: Double? = nil, dashes: Dashes? = nil, marker: Marker? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSameCount("line", x.count, y.count, file: file, line: line)
    // Between markers no pattern shows, and they tell lines apart as well.
    let dashes = axes.nextDashes(
      marker == nil ? dashes : dashes ?? .solid, color: color)
    let stroke = dashes.stroke(width: width ?? Theme.lineWidth)
    let color = axes.nextColor(color)
    axes.add(
      Plot(
        x: x, y: y,
        key: LegendKey(label: label, color: color, stroke: stroke, marker: marker)
      ) { canvas, frame in
        let points = frame.points(x, y)
        canvas.strokeApart(Path(points), color, stroke)
        marker?.draw(on: &canvas, at: points, color: color)
      })
  }

  /// Plots a line through the points (0, y₀), (1, y₁)…
  public func line(
    _ y: [Double], label: String = "", color: Color? = nil, width: Double? = nil,
    dashes: Dashes? = nil, marker: Marker? = nil
  ) {
    line(
      y.indices.map { Double($0) }, y, label: label, color: color, width: width,
      dashes: dashes, marker: marker)
  }

  /// Plots a function over a range, by its values at 200 equally distant places.
  ///
  ///     figure.curve(over: -3...3, label: "x²") { x in x * x }
  public func curve(
    over range: ClosedRange<Double>, label: String = "", color: Color? = nil,
    _ function: (Double) -> Double
  ) {
    let x = range.samples(200)
    line(x, x.map(function), label: label, color: color)
  }

  /// Draws an upright dashed line through the whole panel.
  public func verticalLine(at x: Double, label: String = "") {
    let stroke = Dashes.dashed.stroke(width: 1.2)
    axes.add(
      Plot(x: [x], key: LegendKey(label: label, color: .gray, stroke: stroke)) {
        canvas, frame in
        let place = canvas.sharp(frame.across(x), width: stroke.width)
        let ends = [
          Point(place, frame.rectangle.maxY), Point(place, frame.rectangle.y),
        ]
        canvas.stroke(Path(ends), .gray, stroke)
      })
  }
}

extension ClosedRange<Double> {
  /// Equally distant values, the first and the last being the ends.
  func samples(_ count: Int) -> [Double] {
    let step = (upperBound - lowerBound) / Double(Swift.max(count - 1, 1))
    return (0..<count).map {
      $0 == count - 1 ? upperBound : lowerBound + Double($0) * step
    }
  }
}
