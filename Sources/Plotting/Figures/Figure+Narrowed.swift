extension Figure {
  /// The figure as a narrower sheet has room for it, in points: texts keep their size, and
  /// panels that side by side would be less than 180 points wide stand below each other.
  /// Images without axes stay as they are.
  ///
  ///     let inRows = Figure(columns: 3).narrowed(to: 300)
  ///     inRows.width  // 300.0
  public func narrowed(to width: Double) -> Figure {
    let hasAxes = panels.contains { $0.hasFrame }
    guard width < self.width, hasAxes else { return self }
    let isStacked = columns > 1 && width < 180 * Double(columns)
    let narrow =
      isStacked
      ? Figure(rows: panels.count, width: width)
      : Figure(
        rows: rows, columns: columns, width: width, height: height * width / self.width,
        widths: widths, heights: heights)
    (narrow.heading, narrow.panels) = (heading, panels)
    return narrow
  }
}
