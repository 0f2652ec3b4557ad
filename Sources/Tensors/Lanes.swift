/// The lines of elements that a reduction runs along, one for each of its results.
///
/// A shape and an axis make a block of three axes, `[outer, length, inner]`: a lane's
/// elements lie `inner` scalars apart, and there are `outer · inner` lanes. Without an
/// axis the whole tensor is one lane.
struct Lanes {
  /// The number of blocks before the axis.
  let outer: Int
  /// The number of elements in a lane.
  let length: Int
  /// The number of lanes side by side in a block.
  let inner: Int
  /// The dimensions of the result with the axis left in, of size 1.
  let kept: [Int]
  /// The dimensions of the result without the axis.
  let dropped: [Int]

  /// The number of lanes.
  var count: Int { outer * inner }

  /// Where the `index`-th element of a lane lies.
  @inline(__always)
  func offset(_ lane: Int, _ index: Int) -> Int {
    (lane / inner * length + index) * inner + lane % inner
  }

  init(
    _ shape: Shape, axis: Int?, of operation: StaticString,
    file: StaticString, line: UInt
  ) {
    guard let axis else {
      (outer, length, inner) = (1, shape.count, 1)
      kept = [Int](repeating: 1, count: shape.rank)
      dropped = []
      return
    }
    guard let axis = shape.axis(axis) else {
      fatalError(
        "\(operation): no axis \(axis) in \(shape.dimensions)", file: file, line: line)
    }
    let dimensions = shape.dimensions
    outer = dimensions[..<axis].reduce(1, *)
    length = dimensions[axis]
    inner = dimensions[(axis + 1)...].reduce(1, *)
    kept = Array(dimensions[..<axis]) + [1] + Array(dimensions[(axis + 1)...])
    dropped = Array(dimensions[..<axis]) + Array(dimensions[(axis + 1)...])
  }

  /// The lanes of a reduction that needs an element in each.
  init(
    nonempty shape: Shape, axis: Int?, of operation: StaticString,
    file: StaticString, line: UInt
  ) {
    self.init(shape, axis: axis, of: operation, file: file, line: line)
    guard length > 0 || count == 0 else {
      fatalError("\(operation): there are no elements", file: file, line: line)
    }
  }
}
