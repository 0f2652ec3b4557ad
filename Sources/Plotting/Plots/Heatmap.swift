extension PlotArea {
  /// Shows a matrix as coloured cells, its first row on top, with each number written
  /// into its cell to so many decimals.
  ///
  /// `values` has the `rows · columns` numbers row by row. The colours run from the lower
  /// of the `limits` to the upper. `rowGap`, a part of a row's height, is left free
  /// between the rows.
  ///
  ///     figure.heatmap(
  ///       rows: 2, columns: 2, [0.5, 0.25, 1, 0], limits: 0...1, decimals: 2)
  public func heatmap(
    rows: Int, columns: Int, _ values: [Double], colormap: Colormap = .viridis,
    limits: ClosedRange<Double>, decimals: Int, rowGap: Double = 0,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    guard rows > 0, columns > 0, values.count == rows * columns else {
      fatalError(
        "heatmap: \(values.count) values are not \(rows) rows of \(columns)",
        file: file, line: line)
    }
    axes.y.isReversed = true
    // Cells have their places 0, 1, 2… in their middle.
    let xEdges = (0...columns).map { Double($0) - 0.5 }
    let yEdges = (0...rows).map { Double($0) - 0.5 }
    axes.add(
      Plot(xEdges: xEdges, yEdges: yEdges, isBackground: true) { canvas, frame in
        let across = xEdges.map { canvas.whole(Point(frame.across($0), 0)).x }
        let down = yEdges.map { canvas.whole(Point(0, frame.down($0))).y }
        for row in 0..<rows {
          let gap = canvas.whole(Point(0, (down[row + 1] - down[row]) * rowGap / 2)).y
          for column in 0..<columns {
            let cell = Rectangle(around: [
              Point(across[column], down[row] + gap),
              Point(across[column + 1], down[row + 1] - gap),
            ])
            let value = values[row * columns + column]
            let color = colormap.color(value, in: limits)
            canvas.fill(Path(cell), color)
            canvas.text(
              RoundNumber.label(value, decimals: decimals), at: cell.center,
              size: Theme.textSize, color: color.luminance > 0.5 ? .black : .white)
          }
        }
      })
  }
}
