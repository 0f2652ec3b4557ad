/// Where a contour line is broken for its label.
struct ContourLabel {
  /// The middle of the label.
  let center: Point
  /// The direction in which it is read, never upside down.
  let direction: Point
  /// The upright rectangle around it.
  let box: Rectangle
  /// What is left of the line.
  let lines: [[Point]]

  /// The place on a line where a label fits in best: inside the frame, off other labels,
  /// and where the line is straightest. Nil where there is none, or where the line is
  /// less than three times as long as the label.
  init?(
    _ label: TextBlock, on line: [Point], in frame: Rectangle,
    avoiding taken: [Rectangle]
  ) {
    let gap = label.width + 6
    // The length of the line up to each point.
    var lengths = [0.0]
    for (a, b) in zip(line, line.dropFirst()) {
      lengths.append(lengths[lengths.count - 1] + (b - a).length)
    }
    guard let total = lengths.last, total > 3 * gap else { return nil }

    func point(at length: Double) -> (point: Point, next: Int) {
      // The first point that is further, by halving.
      var (low, high) = (1, line.count - 1)
      while low < high {
        let middle = (low + high) / 2
        if lengths[middle] < length { low = middle + 1 } else { high = middle }
      }
      let step = lengths[low] - lengths[low - 1]
      let part = step > 0 ? (length - lengths[low - 1]) / step : 0
      return (line[low - 1] + (line[low] - line[low - 1]) * part, low)
    }

    var best: (start: Double, chord: Double)?
    let tries = 40
    for i in 0...tries {
      let start = (total - gap) * Double(i) / Double(tries)
      let (a, b) = (point(at: start).point, point(at: start + gap).point)
      let chord = (b - a).length
      guard chord > 0, chord > (best?.chord ?? gap * 0.85) + 1e-9 else { continue }
      let box = Self.box(of: label, from: a, to: b)
      guard frame.inset(by: 4).contains(box), !taken.contains(where: box.intersects)
      else {
        continue
      }
      best = (start, chord)
    }
    guard let best else { return nil }
    let (a, before) = point(at: best.start)
    let (b, after) = point(at: best.start + gap)
    center = (a + b) * 0.5
    direction = Self.direction(from: a, to: b)
    box = Self.box(of: label, from: a, to: b)
    lines = [Array(line[..<before]) + [a], [b] + Array(line[after...])]
  }

  private static func direction(from a: Point, to b: Point) -> Point {
    let direction = (b - a).unit
    return direction.x < 0 || direction.x == 0 && direction.y > 0
      ? direction * -1 : direction
  }

  private static func box(of label: TextBlock, from a: Point, to b: Point) -> Rectangle
  {
    let direction = direction(from: a, to: b)
    return Rectangle(around: label.corners(at: (a + b) * 0.5, .center, direction))
  }
}
