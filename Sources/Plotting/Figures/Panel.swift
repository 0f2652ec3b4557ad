/// Space around a rectangle, in points.
struct Insets {
  var top = 0.0
  var left = 0.0
  var bottom = 0.0
  var right = 0.0
}

/// The axes of a figure in a given rectangle: the ends and ticks are chosen, and the
/// space that the texts around the frame need is known.
struct Panel {
  let axes: Axes
  let frame: Frame
  private let xTicks: [Tick]
  private let yTicks: [Tick]
  private let legend: Legend?

  /// Fits the axes into a rectangle. With equal aspect the frame is a part of it.
  init(_ axes: Axes, in rectangle: Rectangle) {
    let (xSpan, ySpan) = axes.spans
    var inner = rectangle
    if axes.hasEqualAspect {
      let unit = min(
        rectangle.width / (xSpan.high - xSpan.low),
        rectangle.height / (ySpan.high - ySpan.low))
      inner.width = unit * (xSpan.high - xSpan.low)
      inner.height = unit * (ySpan.high - ySpan.low)
      inner.x += (rectangle.width - inner.width) / 2
      inner.y += (rectangle.height - inner.height) / 2
    }
    self.axes = axes
    frame = Frame(rectangle: inner, x: xSpan, y: ySpan)
    legend = Legend(axes.plots)
    xTicks = axes.hasFrame ? Self.xTicks(axes.x, xSpan, width: inner.width) : []
    yTicks = axes.hasFrame ? Self.yTicks(axes.y, ySpan, height: inner.height) : []
  }

  /// As many ticks as have labels that do not come near each other.
  private static func xTicks(_ axis: Axis, _ span: Span, width: Double) -> [Tick] {
    if let ticks = axis.ticks { return span.visible(ticks) }
    for maximum in stride(from: 9, to: 2, by: -1) {
      let ticks = span.ticks(maximum: maximum)
      let room = zip(ticks, ticks.dropFirst()).map { a, b in
        abs(span.part(b.value) - span.part(a.value)) * width
          - (Font.width(of: a.label, size: Theme.textSize)
            + Font.width(of: b.label, size: Theme.textSize)) / 2
      }
      if room.allSatisfy({ $0 >= 12 }) { return ticks }
    }
    return span.ticks(maximum: 2)
  }

  private static func yTicks(_ axis: Axis, _ span: Span, height: Double) -> [Tick] {
    if let ticks = axis.ticks { return span.visible(ticks) }
    return span.ticks(maximum: min(max(Int(height / 26), 2), 9))
  }

  // MARK: Space

  private var title: TextBlock {
    TextBlock(axes.title, size: Theme.titleSize, limit: frame.rectangle.width)
  }

  private var caption: TextBlock {
    TextBlock(axes.caption, size: Theme.textSize, limit: frame.rectangle.width)
  }

  private var xLabel: TextBlock {
    TextBlock(axes.x.label, size: Theme.labelSize, limit: frame.rectangle.width)
  }

  private var yLabel: TextBlock {
    TextBlock(axes.y.label, size: Theme.labelSize, limit: frame.rectangle.height)
  }

  private var tickReach: Double { Theme.tickLength + Theme.tickGap }

  private func widestLabel(_ ticks: [Tick]) -> Double {
    ticks.map { Font.width(of: $0.label, size: Theme.textSize) }.max() ?? 0
  }

  private func tallestLabel(_ ticks: [Tick]) -> Double {
    ticks.map { TextBlock($0.label, size: Theme.textSize).height }.max() ?? 0
  }

  /// The space that is needed around the frame.
  var insets: Insets {
    var insets = Insets()
    if !axes.title.isEmpty { insets.top = title.height + Theme.textGap }
    if !xTicks.isEmpty { insets.bottom = tickReach + tallestLabel(xTicks) }
    if !axes.x.label.isEmpty { insets.bottom += Theme.textGap + xLabel.height }
    if !axes.caption.isEmpty { insets.bottom += Theme.textGap + caption.height }
    if !yTicks.isEmpty { insets.left = tickReach + widestLabel(yTicks) }
    if !axes.y.label.isEmpty { insets.left += Theme.textGap + yLabel.height }
    if let colorBar = axes.colorBar {
      insets.right = colorBar.width(height: frame.rectangle.height)
    }
    // Labels of ticks near the ends reach beyond the frame, and so may wide titles.
    for tick in xTicks {
      let half = Font.width(of: tick.label, size: Theme.textSize) / 2
      let part = frame.x.part(tick.value) * frame.rectangle.width
      insets.left = max(insets.left, half - part)
      insets.right = max(insets.right, half - (frame.rectangle.width - part))
    }
    let half = Theme.textSize / 2
    for tick in yTicks {
      let part = frame.y.part(tick.value) * frame.rectangle.height
      insets.bottom = max(insets.bottom, half - part)
      insets.top = max(insets.top, half - (frame.rectangle.height - part))
    }
    let widest = max(
      axes.title.isEmpty ? 0 : title.width, axes.caption.isEmpty ? 0 : caption.width)
    let overhang = (widest - frame.rectangle.width) / 2
    insets.left = max(insets.left, overhang)
    insets.right = max(insets.right, overhang)
    return insets
  }

  // MARK: Drawing

  /// Draws everything.
  func draw(on canvas: inout Canvas) {
    let rectangle = frame.rectangle
    if axes.hasFrame { drawGrid(on: &canvas) }
    canvas.clip = rectangle
    let background = axes.plots.prefix { $0.isBackground }
    for plot in background { plot.draw(&canvas, frame) }
    let before = legend == nil ? nil : canvas.image
    for plot in axes.plots.dropFirst(background.count) { plot.draw(&canvas, frame) }
    canvas.clip = canvas.bounds
    if axes.hasFrame { drawFrame(on: &canvas) }
    drawTexts(on: &canvas)
    axes.colorBar?.draw(on: &canvas, beside: rectangle)
    if let legend, let before {
      let corner = legend.corner(in: rectangle, on: canvas, before: before)
      legend.draw(on: &canvas, at: corner)
    }
  }

  private func drawGrid(on canvas: inout Canvas) {
    let rectangle = frame.rectangle
    func draw(_ across: [Double], _ down: [Double], _ color: Color, width: Double) {
      for value in axes.x.hasGrid ? across : [] {
        canvas.upright(
          at: frame.across(value), from: rectangle.y, to: rectangle.maxY, color,
          width: width)
      }
      for value in axes.y.hasGrid ? down : [] {
        canvas.level(
          at: frame.down(value), from: rectangle.x, to: rectangle.maxX, color,
          width: width)
      }
    }
    draw(
      frame.x.minorTicks, frame.y.minorTicks, Theme.minorGridColor,
      width: Theme.minorGridWidth)
    draw(
      xTicks.map { $0.value }, yTicks.map { $0.value }, Theme.gridColor,
      width: Theme.gridWidth)
  }

  private func drawFrame(on canvas: inout Canvas) {
    let (width, color) = (Theme.frameWidth, Theme.frameColor)
    let left = canvas.sharp(frame.rectangle.x, width: width)
    let top = canvas.sharp(frame.rectangle.y, width: width)
    let right = canvas.sharp(frame.rectangle.maxX, width: width)
    let bottom = canvas.sharp(frame.rectangle.maxY, width: width)
    let outline = Rectangle(x: left, y: top, width: right - left, height: bottom - top)
    if axes.hasOutline {
      canvas.stroke(Path(outline), color, Stroke(width: width, join: .miter))
    }
    func draw(_ across: [Double], _ down: [Double], length: Double) {
      for value in across {
        canvas.upright(
          at: frame.across(value), from: bottom, to: bottom + length, color,
          width: width)
      }
      for value in down {
        canvas.level(
          at: frame.down(value), from: left, to: left - length, color, width: width)
      }
    }
    draw(frame.x.minorTicks, frame.y.minorTicks, length: Theme.tickLength / 2)
    draw(
      xTicks.map { $0.value }, yTicks.map { $0.value }, length: Theme.tickLength)
  }

  private func drawTexts(on canvas: inout Canvas) {
    let rectangle = frame.rectangle
    let color = Theme.textColor
    for tick in xTicks {
      canvas.text(
        tick.label, at: Point(frame.across(tick.value), rectangle.maxY + tickReach),
        size: Theme.textSize, color: color, anchor: .top)
    }
    for tick in yTicks {
      canvas.text(
        tick.label, at: Point(rectangle.x - tickReach, frame.down(tick.value)),
        size: Theme.textSize, color: color, anchor: .right)
    }
    var y = rectangle.maxY
    if !xTicks.isEmpty { y += tickReach + tallestLabel(xTicks) }
    for block in [xLabel, caption] where block.width > 0 {
      y += Theme.textGap
      canvas.draw(block, at: Point(rectangle.center.x, y), color: color, anchor: .top)
      y += block.height
    }
    if !axes.title.isEmpty {
      let place = Point(rectangle.center.x, rectangle.y - Theme.textGap)
      canvas.draw(title, at: place, color: color, anchor: .bottom)
    }
    if !axes.y.label.isEmpty {
      let ticks = yTicks.isEmpty ? 0 : tickReach + widestLabel(yTicks)
      let place = Point(rectangle.x - ticks - Theme.textGap, rectangle.center.y)
      canvas.draw(
        yLabel, at: place, color: color, anchor: .bottom, direction: Point(0, -1))
    }
  }
}
