extension Axes {
  /// Plots a line through the points (xᵢ, yᵢ). A value that is not finite, or that has
  /// no logarithm on a logarithmic axis, interrupts it.
  ///
  ///     axes.line(epochs, losses, label: "training")
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
    let dashes = nextDashes(marker == nil ? dashes : dashes ?? .solid, color: color)
    let stroke = dashes.stroke(width: width ?? Theme.lineWidth)
    add(
      Line(
        x: x, y: y, color: nextColor(color), stroke: stroke, marker: marker,
        label: label))
  }

  /// Plots a line through the points (0, y₀), (1, y₁)…
  public func line(
    _ y: [Double], label: String = "", color: Color? = nil, width: Double? = nil,
    dashes: Dashes? = nil, marker: Marker? = nil
  ) {
    line(
      y.indices.map(Double.init), y, label: label, color: color, width: width,
      dashes: dashes, marker: marker)
  }

  /// Plots a function over a range, by its values at equally distant places.
  ///
  ///     axes.curve(over: -3...3, label: "x²") { x in x * x }
  public func curve(
    over range: ClosedRange<Double>, samples: Int = 200, label: String = "",
    color: Color? = nil, width: Double? = nil, dashes: Dashes? = nil,
    _ function: (Double) -> Double
  ) {
    let x = range.samples(max(samples, 2))
    line(x, x.map(function), label: label, color: color, width: width, dashes: dashes)
  }

  /// Plots a line of steps: from xᵢ to xᵢ₊₁ it stays at yᵢ.
  public func steps(
    _ x: [Double], _ y: [Double], label: String = "", color: Color? = nil,
    width: Double? = nil, dashes: Dashes? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    requireSameCount("steps", x.count, y.count, file: file, line: line)
    let xs = x.indices.flatMap { $0 == 0 ? [x[0]] : [x[$0], x[$0]] }
    let ys = y.indices.flatMap { $0 == 0 ? [y[0]] : [y[$0 - 1], y[$0]] }
    self.line(xs, ys, label: label, color: color, width: width, dashes: dashes)
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

private struct Line: Mark {
  let x: [Double]
  let y: [Double]
  let color: Color
  let stroke: Stroke
  let marker: Marker?
  let label: String

  var key: LegendKey? {
    LegendKey(label: label, color: color, stroke: stroke, marker: marker)
  }

  func extend(_ x: inout Extent, _ y: inout Extent) {
    for value in self.x { x.include(value) }
    for value in self.y { y.include(value) }
  }

  func draw(on canvas: inout Canvas, in frame: Frame) {
    let points = zip(x, y).map { frame.point($0, $1) }
    canvas.strokeApart(Path(points), color, stroke)
    for point in points {
      marker?.draw(on: &canvas, at: point, size: Theme.markerSize, color: color)
    }
  }
}
