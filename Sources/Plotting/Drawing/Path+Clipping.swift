extension Path {
  /// The lines of the path that lie inside a rectangle. A contour that leaves it is cut
  /// into open ones. What is drawn far away costs nothing then, above all as dashes.
  func clipped(to rectangle: Rectangle) -> Path {
    var result = Path()
    for contour in contours {
      if contour.points.allSatisfy({ rectangle.contains($0) }) {
        result.contours.append(contour)
        continue
      }
      var points = contour.points
      if contour.isClosed, let first = points.first { points.append(first) }
      var isInside = false
      for (a, b) in zip(points, points.dropFirst()) {
        guard let (start, end) = rectangle.part(from: a, to: b) else {
          isInside = false
          continue
        }
        if !isInside { result.move(to: start) }
        result.line(to: end)
        isInside = end == b
      }
    }
    return result
  }
}

extension Rectangle {
  /// The part of a line that lies inside, or nil where it passes by: the line is cut at
  /// each border in turn.
  /// Source: I. E. Sutherland and G. W. Hodgman, Reentrant Polygon Clipping, 1974.
  fileprivate func part(from a: Point, to b: Point) -> (Point, Point)? {
    var (a, b) = (a, b)
    for (border, sign) in [(x, 1.0), (maxX, -1.0)] {
      let (insideA, insideB) = ((a.x - border) * sign, (b.x - border) * sign)
      if insideA < 0, insideB < 0 { return nil }
      let cut = Point(border, a.y + (b.y - a.y) * (insideA / (insideA - insideB)))
      if insideA < 0 { a = cut } else if insideB < 0 { b = cut }
    }
    for (border, sign) in [(y, 1.0), (maxY, -1.0)] {
      let (insideA, insideB) = ((a.y - border) * sign, (b.y - border) * sign)
      if insideA < 0, insideB < 0 { return nil }
      let cut = Point(a.x + (b.x - a.x) * (insideA / (insideA - insideB)), border)
      if insideA < 0 { a = cut } else if insideB < 0 { b = cut }
    }
    return (a, b)
  }
}
