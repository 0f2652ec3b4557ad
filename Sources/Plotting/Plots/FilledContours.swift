extension PlotArea {
  /// Fills the bands between the levels, and below the first and above the last, each
  /// with a colour by its rank, which a bar beside the panel explains.
  ///
  ///     let bowl = Grid(x: -2...2, y: -2...2) { w, b in w * w + b * b }
  ///     figure.filledContours(bowl, levels: [0.5, 1, 2, 4], colorBar: "loss")
  public func filledContours(_ grid: Grid, levels: [Double], colorBar: String) {
    let levels = levels.sorted()
    let colors = (0...levels.count).map {
      Colormap.viridis.color(Double($0) / Double(max(levels.count, 1)))
    }
    axes.colorBar = ColorBar(colors: colors, levels: levels, label: colorBar)
    let (x, y) = (
      [grid.x[0], grid.x[grid.columns - 1]], [grid.y[0], grid.y[grid.rows - 1]]
    )
    axes.add(
      Plot(xEdges: x, yEdges: y, isBackground: true) { canvas, frame in
        canvas.fill(Path(Rectangle(around: frame.points(x, y))), colors[0])
        // Each band covers those below it, so that no seam shows between them.
        for (level, color) in zip(levels, colors.dropFirst()) {
          var path = Path()
          for area in grid.areas(from: level) {
            path.append(Path(area.map { frame.point($0.x, $0.y) }, closed: true))
          }
          canvas.fill(path, color)
        }
      })
  }
}
