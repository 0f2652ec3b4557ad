// snippet.function
/// The function whose minimum we look for: f(x) = x²
func f(_ x: Double) -> Double { x * x }

/// Its derivative: f′(x) = 2x
func derivative(_ x: Double) -> Double { 2 * x }
// snippet.end

// snippet.step
/// One step downhill: against the derivative, by the learning rate times it.
func step(_ x: Double, learningRate: Double) -> Double {
  x - learningRate * derivative(x)
}
// snippet.end

// snippet.descend
/// Steps until the slope is as good as zero, or the limit is reached, or f(x) is too
/// large for a floating-point number. Returns every x on the way.
func descend(from start: Double, learningRate: Double, limit: Int) -> [Double] {
  var path = [start]
  while path.count <= limit, derivative(path.last!).magnitude > 1e-6 {
    let x = step(path.last!, learningRate: learningRate)
    path.append(x)
    if !f(x).isFinite { break }
  }
  return path
}
// snippet.end
