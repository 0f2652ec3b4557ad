import Tensors

// snippet.point
/// A measured pair: y was seen at x.
struct Point {
  let x: Double
  let y: Double
}
// snippet.end

// snippet.noise
/// Points of the line y = x + 1, each moved up or down by chance: the noise has the
/// standard deviation 0.5, and y is rounded to two decimals, as if read off a scale.
func noisyPoints(count: Int, seed: UInt32) -> [Point] {
  let random = RandomState(seed: seed)
  return (1...count).map { x in
    let y = Double(x) + 1 + 0.5 * random.randn()
    return Point(x: Double(x), y: (y * 100).rounded() / 100)
  }
}
// snippet.end
