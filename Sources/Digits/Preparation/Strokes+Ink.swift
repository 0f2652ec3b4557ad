extension Strokes {
  /// The ink of a digit's parts: their contrast, with the soft edge that lies beyond the
  /// threshold, where it is more than what is left elsewhere on the ground.
  func ink(of parts: [Component], noise: Int) -> Plane {
    var box = parts[0]
    for part in parts { box.extend(to: part.rows, part.columns) }
    let digit = contrast.near(parts, within: (box.longerSide + 9) / 10)
    let ink = contrast.near(pieces, within: (box.longerSide + 9) / 10)

    // Faint lines, what compression left: all but a two-hundredth of the ground.
    var counts = [Int](repeating: 0, count: 256)
    for i in contrast.values.indices where !ink[i] {
      counts[Int(contrast.values[i])] += 1
    }
    let total = counts.reduce(0, +)
    var (level, above) = (255, counts[255])
    while level > 0, 200 * above <= total {
      level -= 1
      above += counts[level]
    }
    if total == 0 { level = 0 }
    // What enlarged a picture smoothly has left waves beside its edges. In a small one a
    // pixel at the edge is hardly covered by ink, and would count as a whole one.
    let strongest = Int(contrast.values.max()!)
    level = max(level, noise + noise / 2, strongest / (box.longerSide < 16 ? 4 : 12))
    level = min(level, threshold - 1)

    var result = contrast
    for i in contrast.values.indices where !digit[i] || contrast.values[i] <= level {
      result.values[i] = 0
    }
    return result.thickened(to: box.longerSide / 10)
  }
}

extension Plane {
  /// The ink with strokes as thick as a pen's, where they are not half as thick: those of
  /// MNIST are two of 20 pixels or thicker, and a line of one pixel in a large drawing
  /// would hardly be left.
  fileprivate func thickened(to width: Int) -> Plane {
    let found = strokeWidth
    if 2 * found >= width { return self }
    let growth = (width - found + 1) / 2
    return inverted.padded(by: growth, 255).leastInRows(of: 2 * growth + 1)
      .transposed.padded(by: growth, 255).leastInRows(of: 2 * growth + 1)
      .transposed.inverted
  }

  /// The width of strokes. A stroke has two edges, so that it is twice its area by the
  /// length of its edges, which here are the inked pixels with a neighbour that is not.
  var strokeWidth: Int {
    func isInked(_ i: Int) -> Bool { values.indices.contains(i) && values[i] > 0 }
    let inked = values.indices.filter(isInked)
    let edge = inked.count { i in
      ![i - 1, i + 1, i - width, i + width].allSatisfy(isInked)
    }
    return 2 * inked.count / max(edge, 1)
  }

  /// Whether each pixel is no more than `distance` rows and columns from the components.
  fileprivate func near(_ components: [Component], within distance: Int) -> [Bool] {
    var result = [Bool](repeating: false, count: values.count)
    for pixel in components.flatMap({ $0.pixels }) {
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
