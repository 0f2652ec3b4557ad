extension Plane {
  /// The ink of a digit's parts: their contrast, with the soft edge that lies beyond the
  /// threshold, where it is more than what is left elsewhere on the ground.
  ///
  /// - Parameters:
  ///   - parts: The pieces of the digit, with a contrast from `threshold` on.
  ///   - pieces: All pieces of ink.
  ///   - noise: What differs no more from the ground is its grain.
  func ink(
    of parts: [Component], among pieces: [Component], noise: Int, threshold: Int
  ) -> Plane {
    var box = parts[0]
    for part in parts { box.extend(to: part.rows, part.columns) }
    let digit = near(parts, within: (box.longerSide + 9) / 10)
    let ink = near(pieces, within: (box.longerSide + 9) / 10)

    // Faint lines, what compression left: all but a two-hundredth of the ground.
    var counts = [Int](repeating: 0, count: 256)
    for i in values.indices where !ink[i] { counts[Int(values[i])] += 1 }
    let total = counts.reduce(0, +)
    var (level, above) = (255, counts[255])
    while level > 0, 200 * above <= total {
      level -= 1
      above += counts[level]
    }
    if total == 0 { level = 0 }
    // What enlarged a picture smoothly has left waves beside its edges. In a small one a
    // pixel at the edge is hardly covered by ink, and would count as a whole one.
    let strongest = Int(values.max()!)
    level = max(level, noise, strongest / (box.longerSide < 20 ? 4 : 12))
    level = min(level, threshold - 1)

    var result = self
    for i in values.indices where !digit[i] || values[i] <= level { result.values[i] = 0 }
    return result
  }

  /// Whether each pixel is no more than `distance` rows and columns from the components.
  private func near(_ components: [Component], within distance: Int) -> [Bool] {
    var result = [Bool](repeating: false, count: values.count)
    for pixel in components.flatMap(\.pixels) {
      let (row, column) = (pixel / width, pixel % width)
      for r in max(row - distance, 0)...min(row + distance, height - 1) {
        for c in max(column - distance, 0)...min(column + distance, width - 1) {
          result[r * width + c] = true
        }
      }
    }
    return result
  }
}
