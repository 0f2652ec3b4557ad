/// The form of a plotted point.
public enum Marker: Sendable {
  /// A disc.
  case circle
  /// A square.
  case square
  /// A diagonal cross, ×.
  case cross

  /// Draws the marker around each of the points.
  func draw(on canvas: inout Canvas, at centers: [Point], color: Color) {
    for center in centers { draw(on: &canvas, at: center, color: color) }
  }

  private func draw(on canvas: inout Canvas, at center: Point, color: Color) {
    guard center.isFinite else { return }
    let (size, radius) = (Theme.markerSize, Theme.markerSize / 2)
    // Forms of about the same area.
    func corner(_ x: Double, _ y: Double) -> Point { center + Point(x, y) * radius }
    switch self {
    case .circle:
      fill(Path(circle: center, radius: radius), color, on: &canvas)
    case .square:
      let edge = 0.89
      let corners = [
        corner(-edge, -edge), corner(edge, -edge), corner(edge, edge),
        corner(-edge, edge),
      ]
      fill(Path(corners, closed: true), color, on: &canvas)
    case .cross:
      let end = 0.85
      var path = Path([corner(-end, -end), corner(end, end)])
      path.append(Path([corner(-end, end), corner(end, -end)]))
      canvas.strokeApart(path, color, Stroke(width: max(size / 4, 1), cap: .square))
    }
  }

  /// A rim keeps neighbours apart.
  private func fill(_ path: Path, _ color: Color, on canvas: inout Canvas) {
    canvas.fill(path, color)
    canvas.stroke(
      path, color.rim, Stroke(width: Theme.markerSize / 12, join: .miter))
  }
}
