/// The form of a plotted point.
public enum Marker: CaseIterable, Sendable {
  /// A disc.
  case circle
  /// A square.
  case square
  /// A triangle that points upwards.
  case triangle
  /// A diagonal cross, ×.
  case cross
  /// A square on its corner.
  case diamond
  /// An upright cross, +.
  case plus

  /// Draws the marker around a point, `size` points wide.
  func draw(on canvas: inout Canvas, at center: Point, size: Double, color: Color) {
    guard center.isFinite else { return }
    let path = outline(around: center, radius: size / 2)
    if isStroked {
      let stroke = Stroke(width: max(size / 4, 1), cap: .square)
      canvas.strokeApart(path, color, stroke)
    } else {
      // A rim keeps neighbours apart.
      canvas.fill(path, color)
      canvas.stroke(path, color.rim, Stroke(width: size / 12, join: .miter))
    }
  }

  private var isStroked: Bool { self == .cross || self == .plus }

  /// Forms of about the same area as a disc of the radius.
  private func outline(around center: Point, radius: Double) -> Path {
    func path(_ corners: [(Double, Double)]) -> Path {
      Path(corners.map { center + Point($0.0, $0.1) * radius }, closed: true)
    }
    func lines(_ a: Point, _ b: Point) -> Path {
      var path = Path([center - a * radius, center + a * radius])
      path.append(Path([center - b * radius, center + b * radius]))
      return path
    }
    switch self {
    case .circle: return Path(circle: center, radius: radius)
    case .square:
      return path([(-0.89, -0.89), (0.89, -0.89), (0.89, 0.89), (-0.89, 0.89)])
    case .triangle: return path([(0, -1.3), (1.2, 0.8), (-1.2, 0.8)])
    case .diamond: return path([(0, -1.25), (1.25, 0), (0, 1.25), (-1.25, 0)])
    case .cross: return lines(Point(0.85, 0.85), Point(0.85, -0.85))
    case .plus: return lines(Point(1.15, 0), Point(0, 1.15))
    }
  }
}
