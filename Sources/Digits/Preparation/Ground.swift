extension Plane {
  /// The plane without what is light and thinner than a `part` of the longer side.
  ///
  /// Where light falls unevenly there is no one ground, and a mean of the neighbourhood
  /// would be drawn into the ink. This one is exact under any light that changes less
  /// within a stroke's width than the ink does, also beside the edge of a shadow.
  ///
  /// It is morphology's opening: each pixel becomes the lightest, over all squares that
  /// hold it, of the darkest in the square (J. Serra, Image Analysis and Mathematical
  /// Morphology, Academic Press 1982, chapter II). A square may stick out of the picture.
  /// If three quarters of the border are alike, the ground goes on beyond it; else, as in
  /// a shadow, nothing is known there.
  func ground(part: Int) -> Plane {
    let side = max(2, longerSide / part)
    let beyond = borderShade ?? 255
    let darkest = padded(by: side - 1, beyond).leastInRows(of: side)
      .transposed.padded(by: side - 1, beyond).leastInRows(of: side)
    return darkest.inverted.leastInRows(of: side)
      .transposed.leastInRows(of: side).inverted
  }

  /// How much lighter each pixel is than in a darker plane.
  func difference(from ground: Plane) -> Plane {
    var result = self
    for i in values.indices { result.values[i] = values[i] - ground.values[i] }
    return result
  }

  /// The shade that three quarters of the border have, but for 16 of 255.
  var borderShade: UInt8? {
    let sides = stride(from: 0, to: values.count, by: width).flatMap {
      [values[$0], values[$0 + width - 1]]
    }
    let border = (values.prefix(width) + values.suffix(width) + sides).sorted()
    let median = border[border.count / 2]
    let alike = border.count { abs(Int($0) - Int(median)) <= 16 }
    return 4 * alike >= 3 * border.count ? median : nil
  }

  /// The plane with so many more pixels to the left and to the right.
  func padded(by count: Int, _ value: UInt8) -> Plane {
    let margin = [UInt8](repeating: value, count: count)
    var result: [UInt8] = []
    result.reserveCapacity((width + 2 * count) * height)
    for row in 0..<height {
      result += margin
      result += values[row * width..<(row + 1) * width]
      result += margin
    }
    return Plane(width: width + 2 * count, height: height, values: result)
  }

  /// The least of each `count` neighbours in a row: from those of 1, 2, 4, … neighbours.
  func leastInRows(of count: Int) -> Plane {
    var least = values
    var length = 1
    while length < count {
      let step = min(length, count - length)
      for i in 0..<least.count - step { least[i] = min(least[i], least[i + step]) }
      length += step
    }
    let columns = width - count + 1
    var result: [UInt8] = []
    result.reserveCapacity(columns * height)
    for row in 0..<height { result += least[row * width..<row * width + columns] }
    return Plane(width: columns, height: height, values: result)
  }
}
