extension Axes {
  /// Shows the numbers of a grid as coloured cells around their places.
  ///
  /// A matrix, `Grid(rows:columns:values:)`, has its first row on top. With `colorBar`,
  /// be it empty, the colours are explained beside the panel; with `showsValues`, each
  /// cell has its number written into it.
  public func heatmap(
    _ grid: Grid, colormap: Colormap = .viridis, limits: ClosedRange<Double>? = nil,
    colorBar: String? = nil, showsValues: Bool = false
  ) {
    let limits = limits ?? colormap.limits(of: grid.values)
    if grid.isMatrix { y.isReversed = true }
    if let colorBar {
      self.colorBar = ColorBar(colors: .continuous(colormap, limits), label: colorBar)
    }
    add(
      Heatmap(grid: grid, colormap: colormap, limits: limits, showsValues: showsValues))
  }
}

private struct Heatmap: Mark {
  let grid: Grid
  let colormap: Colormap
  let limits: ClosedRange<Double>
  let showsValues: Bool

  func extend(_ x: inout Extent, _ y: inout Extent) {
    for edge in Self.edges(grid.x) { x.includeFirmly(edge) }
    for edge in Self.edges(grid.y) { y.includeFirmly(edge) }
  }

  func draw(on canvas: inout Canvas, in frame: Frame) {
    // Between whole pixels, so that no seam shows between cells.
    func whole(_ place: Double) -> Double {
      (place * canvas.scale).rounded() / canvas.scale
    }
    let across = Self.edges(grid.x).map { whole(frame.across($0)) }
    let down = Self.edges(grid.y).map { whole(frame.down($0)) }
    for row in 0..<grid.rows {
      for column in 0..<grid.columns {
        let cell = Rectangle(around: [
          Point(across[column], down[row]), Point(across[column + 1], down[row + 1]),
        ])
        let color = color(grid[row, column])
        canvas.fill(Path(cell), color)
        if showsValues {
          canvas.text(
            Decimal.label(grid[row, column]), at: cell.center, size: Theme.textSize,
            color: color.luminance > 0.5 ? .black : .white)
        }
      }
    }
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
