/// A number from 0 to 255 for each pixel of a picture, row behind row.
struct Plane: Equatable, Sendable {
  let width: Int
  let height: Int
  var values: [UInt8]

  var longerSide: Int { max(width, height) }

  /// Black for white and white for black.
  var inverted: Plane { map { 255 - $0 } }

  func map(_ transform: (UInt8) -> UInt8) -> Plane {
    Plane(width: width, height: height, values: values.map(transform))
  }

  /// The columns as rows.
  var transposed: Plane {
    var result = values
    for row in 0..<height {
      for column in 0..<width {
        result[column * height + row] = values[row * width + column]
      }
    }
    return Plane(width: height, height: width, values: result)
  }

  /// How often each value occurs.
  var histogram: [Int] {
    var counts = [Int](repeating: 0, count: 256)
    for value in values { counts[Int(value)] += 1 }
    return counts
  }

  /// A pixel for each `factor` × `factor` of them: their mean.
  func reduced(by factor: Int) -> Plane {
    factor == 1
      ? self : Plane(width: width, height: height, reducedBy: factor) { values[$0] }
  }
}

extension Plane {
  /// The means of `factor` × `factor` pixels each, of which `value` gives one by its
  /// place; at the right and at the bottom of fewer.
  @inline(__always)
  init(width: Int, height: Int, reducedBy factor: Int, value: (Int) -> UInt8) {
    var values: [UInt8] = []
    for top in stride(from: 0, to: height, by: factor) {
      let bottom = min(top + factor, height)
      for left in stride(from: 0, to: width, by: factor) {
        let right = min(left + factor, width)
        var sum = 0
        for row in top..<bottom {
          for column in left..<right { sum += Int(value(row * width + column)) }
        }
        let count = (bottom - top) * (right - left)
        values.append(UInt8((2 * sum + count) / (2 * count)))
      }
    }
    self.init(
      width: (width + factor - 1) / factor, height: (height + factor - 1) / factor,
      values: values)
  }
}
