extension Figure {
  /// The panel that is nearest to a place in the picture, and the values of its axes there:
  /// what a pointer points at. The place counts in pixels from the upper left corner.
  ///
  ///     let figure = Figure()
  ///     figure.line([0, 1, 2])
  ///     figure.values(column: 560, row: 400).panel  // 0
  public func values(
    column: Double, row: Double
  ) -> (panel: Int, x: Double, y: Double) {
    let place = Point(column, row) * (1 / Canvas.scale)
    let frames = laidOut.map { $0.frame }
    func distance(_ frame: Frame) -> Double {
      let r = frame.rectangle
      return max(r.x - place.x, place.x - r.maxX, r.y - place.y, place.y - r.maxY)
    }
    let panel = frames.indices.min { distance(frames[$0]) < distance(frames[$1]) }!
    let (x, y) = frames[panel].values(at: place)
    return (panel, x, y)
  }
}
