/// A picture of one or more panels in rows and columns.
///
///     let figure = Figure()
///     figure.x.label = "step"
///     figure.line([0.9, 0.5, 0.4], label: "loss")
///     try figure.rendered().write(to: "loss.png")
///
/// Where there are several, they are `figure[0]`, `figure[1]`…, and what is plotted on the
/// figure itself goes to the first. Sizes are points; the picture has two pixels a point.
public final class Figure: PlotArea {
  let rows: Int
  let columns: Int
  /// The width in points.
  public let width: Double
  let height: Double
  /// What is written over all panels, where there are several.
  var heading = ""
  var panels: [Axes]
  /// The proportions of the columns' widths and of the rows' heights.
  let widths: [Double]
  let heights: [Double]

  /// A figure of empty panels. Without a size it is 560 points wide, or 840 with more
  /// than one column, and as high as its panels look well.
  ///
  /// Columns are equally wide and rows equally high, unless `widths` and `heights` give
  /// one positive number each, as `Figure(columns: 2, widths: [3, 1])`.
  public init(
    rows: Int = 1, columns: Int = 1, width: Double? = nil, height: Double? = nil,
    widths: [Double]? = nil, heights: [Double]? = nil,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    let widths = widths ?? [Double](repeating: 1, count: max(columns, 0))
    let heights = heights ?? [Double](repeating: 1, count: max(rows, 0))
    guard rows > 0, columns > 0, widths.count == columns, heights.count == rows,
      (widths + heights).allSatisfy({ $0 > 0 && $0.isFinite })
    else {
      fatalError(
        "Figure: expected a positive height for each of \(rows) rows and a positive "
          + "width for each of \(columns) columns, at least one of either, not "
          + "\(heights) and \(widths)", file: file, line: line)
    }
    (self.widths, self.heights) = (widths, heights)
    let width = width ?? (columns == 1 ? 560 : 840)
    let panel = width / Double(columns)
    (self.rows, self.columns, self.width) = (rows, columns, width)
    self.height =
      height ?? (panel * min(0.6 + 0.1 * Double(columns), 1) * Double(rows)).rounded()
    panels = (0..<rows * columns).map { _ in Axes() }
  }

  /// The panel at an index: the first row from left to right, then the second…
  public subscript(index: Int) -> Axes { panels[index] }

  /// The panel in a row and a column.
  public subscript(row: Int, column: Int) -> Axes { panels[row * columns + column] }

  /// What is written over the panel or, where there are several, over all of them.
  public var title: String {
    get { panels.count == 1 ? axes.title : heading }
    set {
      if panels.count == 1 { axes.title = newValue } else { heading = newValue }
    }
  }

  /// Draws the picture.
  public func rendered() -> Image {
    drawn().image
  }

  /// The canvas with everything drawn.
  func drawn() -> Canvas {
    var canvas = Canvas(width: width, height: height)
    if !heading.isEmpty {
      canvas.draw(
        Self.headingBlock(heading, width: width), at: Point(width / 2, Theme.padding),
        color: Theme.textColor, anchor: .top)
    }
    for panel in laidOut { panel.draw(on: &canvas) }
    return canvas
  }

  /// What is written over all panels, measured.
  static func headingBlock(_ text: String, width: Double) -> TextBlock {
    TextBlock(text, size: Theme.figureTitleSize, limit: width - 2 * Theme.padding)
  }

  /// The panels with as much space around each as its texts need, where all panels of a
  /// column begin and end at the same x, and all of a row at the same y.
  var laidOut: [Panel] {
    var area = Rectangle(x: 0, y: 0, width: width, height: height)
      .inset(by: Theme.padding)
    if !heading.isEmpty {
      let block = Self.headingBlock(heading, width: width)
      area.y += block.height + Theme.gap
      area.height -= block.height + Theme.gap
    }
    var layout = panels.map { Panel($0, in: area) }
    // The space that texts need depends on the ticks, and these on the space left.
    for _ in 0..<3 {
      let insets = layout.map { $0.insets }
      let across = Self.spread(
        area.x, area.width, widths,
        (0..<columns).map { column in
          let own = (0..<rows).map { insets[$0 * columns + column] }
          return (own.map { $0.left }.max() ?? 0, own.map { $0.right }.max() ?? 0)
        })
      let down = Self.spread(
        area.y, area.height, heights,
        (0..<rows).map { row in
          let own = insets[row * columns..<(row + 1) * columns]
          return (own.map { $0.top }.max() ?? 0, own.map { $0.bottom }.max() ?? 0)
        })
      layout = panels.enumerated().map { i, axes in
        let (x, y) = (across[i % columns], down[i / columns])
        return Panel(
          axes,
          in: Rectangle(x: x.start, y: y.start, width: x.length, height: y.length))
      }
    }
    return layout
  }

  /// Divides a length into parts of given proportions, with the given space before and
  /// after each.
  private static func spread(
    _ start: Double, _ length: Double, _ proportions: [Double],
    _ space: [(before: Double, after: Double)]
  ) -> [(start: Double, length: Double)] {
    // Whole points, so that frames are sharp.
    let space = space.map { ($0.before.rounded(.up), $0.after.rounded(.up)) }
    let taken =
      space.map { $0.0 + $0.1 }.reduce(0, +) + Theme.gap * Double(space.count - 1)
    // Texts that leave no room get their way: a frame is at least 20 points wide.
    let unit = (length - taken) / proportions.reduce(0, +)
    var position = start.rounded(.up)
    return zip(space, proportions).map { space, proportion in
      let (before, after) = space
      let part = max((unit * proportion).rounded(.down), 20)
      defer { position += before + part + after + Theme.gap }
      return (position + before, part)
    }
  }
}
