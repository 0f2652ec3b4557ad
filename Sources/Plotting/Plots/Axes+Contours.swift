extension Axes {
  /// Draws lines along which the numbers of a grid are equal to the levels, each with
  /// its level written on it unless `labeled` is false.
  ///
  /// Without levels about eight round ones are chosen. Without a colour the lines take
  /// theirs from the colour map, by the rank of their level.
  public func contours(
    _ grid: Grid, levels: [Double]? = nil, labeled: Bool = true,
    colormap: Colormap = .viridis, color: Color? = nil, width: Double = 1.2
  ) {
    let levels = (levels ?? Self.levels(of: grid)).sorted()
    let colors = levels.indices.map { index in
      color ?? colormap.color(Double(index) / Double(max(levels.count - 1, 1)) * 0.9)
    }
    add(
      ContourLines(
        grid: grid, levels: levels, colors: colors, width: width, isLabeled: labeled))
  }

  /// Fills the bands between the levels, and below the first and above the last, each
  /// with a colour by its rank.
  ///
  /// With `colorBar`, be it empty, the bands are explained beside the panel.
  public func filledContours(
    _ grid: Grid, levels: [Double]? = nil, colormap: Colormap = .viridis,
    colorBar: String? = nil
  ) {
    let levels = (levels ?? Self.levels(of: grid)).sorted()
    let colors = (0...levels.count).map {
      colormap.color(Double($0) / Double(max(levels.count, 1)))
    }
    if let colorBar {
      self.colorBar = ColorBar(colors: .bands(colors, levels: levels), label: colorBar)
    }
    add(FilledContours(grid: grid, levels: levels, colors: colors))
  }

  private static func levels(of grid: Grid) -> [Double] {
    let finite = grid.values.filter(\.isFinite)
    guard let low = finite.min(), let high = finite.max() else { return [] }
    return Ticks.linear(from: low, to: high, maximum: 9).map(\.value)
  }
}

private struct FilledContours: Mark {
  let grid: Grid
  let levels: [Double]
  let colors: [Color]

  func extend(_ x: inout Extent, _ y: inout Extent) { grid.extend(&x, &y) }

  func draw(on canvas: inout Canvas, in frame: Frame) {
    let corners = [
      frame.point(grid.x[0], grid.y[0]),
      frame.point(grid.x[grid.columns - 1], grid.y[grid.rows - 1]),
    ]
    canvas.fill(Path(Rectangle(around: corners)), colors[0])
    // Each band covers those below it, so that no seam shows between them.
    for (level, color) in zip(levels, colors.dropFirst()) {
      var path = Path()
      for area in Contours(grid: grid, level: level).areas {
        path.append(Path(area.map { frame.point($0.x, $0.y) }, closed: true))
      }
      canvas.fill(path, color)
    }
  }
}

private struct ContourLines: Mark {
  let grid: Grid
  let levels: [Double]
  let colors: [Color]
  let width: Double
  let isLabeled: Bool

  func extend(_ x: inout Extent, _ y: inout Extent) { grid.extend(&x, &y) }

  func draw(on canvas: inout Canvas, in frame: Frame) {
    var taken: [Rectangle] = []
    for (level, color) in zip(levels, colors) {
      let label = TextBlock(Decimal.label(level), size: Theme.textSize)
      for line in Contours(grid: grid, level: level).lines {
        let points = line.map { frame.point($0.x, $0.y) }
        guard isLabeled,
          let place = ContourLabel(
            label, on: points, in: frame.rectangle, avoiding: taken)
        else {
          canvas.stroke(Path(points), color, width: width)
          continue
        }
        taken.append(place.box.inset(by: -4))
        for part in place.lines { canvas.stroke(Path(part), color, width: width) }
        canvas.draw(
          label, at: place.center, color: color.mixed(with: .black, 0.35),
          anchor: .center, direction: place.direction)
      }
    }
  }
}

extension Grid {
  fileprivate func extend(_ x: inout Extent, _ y: inout Extent) {
    for value in self.x { x.includeFirmly(value) }
    for value in self.y { y.includeFirmly(value) }
  }
}
