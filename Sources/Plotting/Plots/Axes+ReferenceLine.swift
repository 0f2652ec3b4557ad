extension Axes {
  /// Draws a level line through the whole panel.
  public func horizontalLine(
    at y: Double, label: String = "", color: Color = .gray, width: Double = 1.2,
    dashes: Dashes = .dashed
  ) {
    add(
      ReferenceLine(
        value: y, isLevel: true, color: color, stroke: dashes.stroke(width: width),
        label: label))
  }

  /// Draws an upright line through the whole panel.
  public func verticalLine(
    at x: Double, label: String = "", color: Color = .gray, width: Double = 1.2,
    dashes: Dashes = .dashed
  ) {
    add(
      ReferenceLine(
        value: x, isLevel: false, color: color, stroke: dashes.stroke(width: width),
        label: label))
  }
}

private struct ReferenceLine: Mark {
  let value: Double
  let isLevel: Bool
  let color: Color
  let stroke: Stroke
  let label: String

  var key: LegendKey? { LegendKey(label: label, color: color, stroke: stroke) }

  func extend(_ x: inout Extent, _ y: inout Extent) {
    if isLevel { y.include(value) } else { x.include(value) }
  }

  func draw(on canvas: inout Canvas, in frame: Frame) {
    let rectangle = frame.rectangle
    let ends: [Point]
    if isLevel {
      let y = canvas.sharp(frame.down(value), width: stroke.width)
      ends = [Point(rectangle.x, y), Point(rectangle.maxX, y)]
    } else {
      let x = canvas.sharp(frame.across(value), width: stroke.width)
      ends = [Point(x, rectangle.maxY), Point(x, rectangle.y)]
    }
    canvas.stroke(Path(ends), color, stroke)
  }
}
