/// The scale beside a panel that says what its colours mean: a colour between each two
/// neighbouring levels, all equally high.
struct ColorBar {
  let colors: [Color]
  let levels: [Double]
  let label: String

  /// The marked parts of the height, 0…1 from the foot, with their labels.
  private func ticks(height: Double) -> [(part: Double, label: String)] {
    let step = max(Int((14 * Double(levels.count) / height).rounded(.up)), 1)
    return levels.enumerated().filter { $0.offset % step == 0 }.map { index, level in
      (Double(index + 1) / Double(colors.count), RoundNumber.label(level))
    }
  }

  /// The width that bar, ticks and label need right of a frame.
  func width(height: Double) -> Double {
    let labels = ticks(height: height).map {
      Font.width(of: $0.label, size: Theme.textSize)
    }
    return Theme.textGap + Theme.colorBarWidth + Theme.tickLength + Theme.tickGap
      + (labels.max() ?? 0) + labelHeight(height)
  }

  private func labelHeight(_ height: Double) -> Double {
    label.isEmpty ? 0 : Theme.textGap + labelBlock(height).height
  }

  private func labelBlock(_ height: Double) -> TextBlock {
    TextBlock(label, size: Theme.labelSize, limit: height)
  }

  /// Draws the bar right of a frame.
  func draw(on canvas: inout Canvas, beside frame: Rectangle) {
    let bar = Rectangle(
      x: canvas.sharp(frame.maxX + Theme.textGap, width: Theme.frameWidth), y: frame.y,
      width: Theme.colorBarWidth, height: frame.height)
    let image = Image(
      width: 1, height: colors.count, channels: .rgb,
      pixels: colors.reversed().flatMap { [$0.red, $0.green, $0.blue] })
    canvas.draw(image, in: bar)
    canvas.stroke(
      Path(bar), Theme.frameColor, Stroke(width: Theme.frameWidth, join: .miter))
    var widest = 0.0
    for tick in ticks(height: frame.height) {
      let y = canvas.sharp(bar.maxY - tick.part * bar.height, width: Theme.frameWidth)
      let end = bar.maxX + Theme.tickLength
      canvas.level(
        at: y, from: bar.maxX, to: end, Theme.frameColor, width: Theme.frameWidth)
      canvas.text(
        tick.label, at: Point(end + Theme.tickGap, y), size: Theme.textSize,
        color: Theme.textColor, anchor: .left)
      widest = max(widest, Font.width(of: tick.label, size: Theme.textSize))
    }
    let x = bar.maxX + Theme.tickLength + Theme.tickGap + widest + Theme.textGap
    canvas.draw(
      labelBlock(frame.height), at: Point(x, frame.center.y), color: Theme.textColor,
      anchor: .top, direction: Point(0, -1))
  }
}
