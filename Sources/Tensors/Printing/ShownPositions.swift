/// Which positions along each axis an array shows.
struct ShownPositions {
  /// The positions of each axis, where `nil` stands for those left out.
  let axes: [[Int?]]
  private let shape: Shape

  /// All positions, or the first and last three of the axes longer than six.
  init(shape: Shape, isSummarized: Bool) {
    self.shape = shape
    axes = shape.dimensions.map { size in
      isSummarized && size > 6
        ? [0, 1, 2, nil, size - 3, size - 2, size - 1] : Array(0..<size)
    }
  }

  /// The places of the shown scalars in a row-major array, in ascending order.
  var offsets: [Int] {
    zip(shape.dimensions, axes).reduce([0]) { offsets, axis in
      let (size, positions) = axis
      return offsets.flatMap { offset in
        positions.compactMap { $0 }.map { offset * size + $0 }
      }
    }
  }
}
