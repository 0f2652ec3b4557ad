/// Which positions along each axis an array shows.
struct ShownPositions {
  /// The positions of each axis, where `nil` stands for those left out.
  let axes: [[Int?]]
  private let shape: Shape

  /// All positions, or the first and last few of the axes longer than these.
  init(shape: Shape, isSummarized: Bool) {
    self.shape = shape
    let ends = PrintOptions.edgeItems
    axes = shape.dimensions.map { size in
      let all = (0..<size).map { Optional($0) }
      return isSummarized && size > 2 * ends
        ? all.prefix(ends) + [nil] + all.suffix(ends) : all
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
