// snippet.line
/// The model: y = w · x + b
struct Line {
  let w: Double
  let b: Double

  func callAsFunction(_ x: Double) -> Double { w * x + b }
}
// snippet.end

// snippet.elimination
extension Line {
  /// The line through two points, by elimination: subtracting y₁ = w · x₁ + b from
  /// y₂ = w · x₂ + b leaves w · (x₂ − x₁) = y₂ − y₁.
  init(through p1: Point, _ p2: Point) {
    w = (p2.y - p1.y) / (p2.x - p1.x)
    b = p1.y - w * p1.x
  }
}
// snippet.end

// snippet.loss
/// The mean squared error of a line: loss = Σᵢ (w · xᵢ + b − yᵢ)² / n
func loss(_ line: Line, _ points: [Point]) -> Double {
  var total = 0.0
  for point in points {
    let error = line(point.x) - point.y
    total += error * error
  }
  return total / Double(points.count)
}
// snippet.end

// snippet.closest
extension Line {
  /// The line of the least loss: at the minimum both derivatives of the loss are zero,
  /// which gives w = Σ (xᵢ − x̄)(yᵢ − ȳ) / Σ (xᵢ − x̄)² and b = ȳ − w · x̄.
  init(closestTo points: [Point]) {
    let n = Double(points.count)
    let xMean = points.map { $0.x }.reduce(0, +) / n
    let yMean = points.map { $0.y }.reduce(0, +) / n
    let xy = points.map { ($0.x - xMean) * ($0.y - yMean) }.reduce(0, +)
    let xx = points.map { ($0.x - xMean) * ($0.x - xMean) }.reduce(0, +)
    w = xy / xx
    b = yMean - w * xMean
  }
}
// snippet.end
