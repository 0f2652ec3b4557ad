/// The sizes of a tensor along each of its axes, outermost first.
///
/// A matrix of 2 rows and 3 columns has the shape `[2, 3]`; a single number has the
/// shape `[]`, of rank 0 and count 1. Scalars lie in memory in row-major order: the
/// last axis runs fastest.
///
///     let shape: Shape = [28, 28]
///     print(shape)        // (28, 28), as Python prints it
///     print(shape.count)  // 784
public struct Shape: Hashable, Sendable {
  /// The size along each axis, none of them negative.
  public let dimensions: [Int]

  /// The number of scalars in a tensor of this shape: the product of the dimensions.
  public let count: Int

  /// A shape from its dimensions, which must not be negative.
  public init(
    _ dimensions: [Int], file: StaticString = #fileID, line: UInt = #line
  ) {
    guard dimensions.allSatisfy({ $0 >= 0 }) else {
      fatalError("shape: \(dimensions) has a negative size", file: file, line: line)
    }
    self.dimensions = dimensions
    self.count = dimensions.reduce(1, *)
  }

  /// The number of axes: 0 for a single number, 1 for a vector, 2 for a matrix.
  public var rank: Int { dimensions.count }

  /// The size along one axis, counted from 0.
  public subscript(axis: Int) -> Int { dimensions[axis] }
}

extension Shape: ExpressibleByArrayLiteral {
  /// A shape from a literal, such as `[60_000, 28, 28]`.
  public init(arrayLiteral elements: Int...) {
    self.init(elements)
  }
}

extension Shape: CustomStringConvertible {
  /// The shape as Python prints a tuple: `(28, 28)`, `(3,)`, `()`.
  public var description: String {
    let sizes = dimensions.map(String.init).joined(separator: ", ")
    return rank == 1 ? "(\(sizes),)" : "(\(sizes))"
  }
}

extension Shape {
  /// How many scalars apart two neighbours along each axis lie.
  var strides: [Int] {
    var strides = [Int](repeating: 1, count: rank)
    for axis in stride(from: rank - 2, through: 0, by: -1) {
      strides[axis] = strides[axis + 1] * dimensions[axis + 1]
    }
    return strides
  }

  /// The shape without its first axis: that of one row, image or element.
  var dropFirst: Shape { Shape(Array(dimensions.dropFirst())) }

  /// The axis an index names, where −1 is the last one, or nil where there is none.
  func axis(_ index: Int) -> Int? {
    let axis = index < 0 ? index + rank : index
    return (0..<rank).contains(axis) ? axis : nil
  }

  /// These dimensions with their one −1 replaced by the size that keeps `count`, or
  /// nil where no size does.
  static func resolving(_ dimensions: [Int], count: Int) -> Shape? {
    guard let free = dimensions.firstIndex(of: -1) else {
      guard dimensions.allSatisfy({ $0 >= 0 }) else { return nil }
      let shape = Shape(dimensions)
      return shape.count == count ? shape : nil
    }
    var resolved = dimensions
    resolved[free] = 1
    guard resolved.allSatisfy({ $0 >= 0 }) else { return nil }
    let others = resolved.reduce(1, *)
    guard others > 0, count % others == 0 else { return nil }
    resolved[free] = count / others
    return Shape(resolved)
  }
}
