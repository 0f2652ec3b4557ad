extension Axes {
  /// Shows the numbers of a grid as coloured cells around their places.
  ///
  /// A matrix, `Grid(rows:columns:values:)`, has its first row on top. With `colorBar`,
  /// be it empty, the colours are explained beside the panel; with `showsValues`, each
  /// cell has its number written into it, to four figures or to so many `decimals`.
  /// `rowGap`, a part of a row's height, is left free between the rows.
  ///
  ///     axes.heatmap(Grid(rows: 2, columns: 2, values: [0.5, 0.25, 1, 0]), decimals: 2)
  public func heatmap(
    _ grid: Grid, colormap: Colormap = .viridis, limits: ClosedRange<Double>? = nil,
    colorBar: String? = nil, showsValues: Bool = false, decimals: Int? = nil,
    rowGap: Double = 0
  ) {
    let limits = limits ?? colormap.limits(of: grid.values)
    if grid.isMatrix { y.isReversed = true }
    if let colorBar {
      self.colorBar = ColorBar(colors: .continuous(colormap, limits), label: colorBar)
    }
    add(
      Heatmap(
        grid: grid, colormap: colormap, limits: limits,
        showsValues: showsValues || decimals != nil, decimals: decimals,
        rowGap: rowGap))
  }
}

private struct Heatmap: Mark {
  let grid: Grid
  let colormap: Colormap
  let limits: ClosedRange<Double>
  let showsValues: Bool
  let decimals: Int?
  let rowGap: Double

  var isGround: Bool { true }

  func extend(_ x: inout Extent, _ y: inout Extent) {
    for edge in Self.edges(grid.x) { x.includeFirmly(edge) }
    for edge in Self.edges(grid.y) { y.includeFirmly(edge) }
  }

  func draw(on canvas: inout Canvas, in frame: Frame) {
    let across = Self.edges(grid.x).map { canvas.whole(Point(frame.across($0), 0)).x }
    let down = Self.edges(grid.y).map { canvas.whole(Point(0, frame.down($0))).y }
    for row in 0..<grid.rows {
      let gap = canvas.whole(Point(0, (down[row + 1] - down[row]) * rowGap / 2)).y
      for column in 0..<grid.columns {
        let cell = Rectangle(around: [
          Point(across[column], down[row] + gap),
          Point(across[column + 1], down[row + 1] - gap),
        ])
        let color = color(grid[row, column])
        canvas.fill(Path(cell), color)
        if showsValues {
          canvas.text(
            label(grid[row, column]), at: cell.center, size: Theme.textSize,
            color: color.luminance > 0.5 ? .black : .white)
        }
      }
    }
  }

  private func label(_ value: Double) -> String {
    guard let decimals else { return RoundNumber.label(value) }
    return RoundNumber.label(value, decimals: decimals)
  }

  private func color(_ value: Double) -> Color {
    colormap.color(
      (value - limits.lowerBound) / (limits.upperBound - limits.lowerBound))
  }

  /// The borders between neighbouring places, and one beyond either end.
  private static func edges(_ places: [Double]) -> [Double] {
    guard let first = places.first, let last = places.last, places.count > 1 else {
      return places.flatMap { [$0 - 0.5, $0 + 0.5] }
    }
    let inner = zip(places, places.dropFirst()).map { ($0 + $1) / 2 }
    return [2 * first - inner[0]] + inner + [2 * last - inner[inner.count - 1]]
  }
}
