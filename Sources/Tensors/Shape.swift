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
