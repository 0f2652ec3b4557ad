/// The sizes of a tensor along each of its axes, outermost first.
///
/// A matrix of 2 rows and 3 columns has the shape `[2, 3]`; a single number has the
/// shape `[]`, of rank 0 and count 1. Scalars lie in memory in row-major order: the
/// last axis runs fastest. A shape prints as Python prints a tuple.
///
///     let shape: Shape = [28, 28]
///     shape        // (28, 28)
///     shape.count  // 784
public struct Shape: Hashable, Sendable {
  /// The size along each axis, none of them negative.
  public let dimensions: [Int]

  /// The number of scalars in a tensor of this shape: the product of the dimensions.
  public let count: Int

  /// A shape from its dimensions, none of them negative, with no more scalars than can
  /// be addressed.
  public init(
    _ dimensions: [Int], file: StaticString = #fileID, line: UInt = #line
  ) {
    guard dimensions.allSatisfy({ $0 >= 0 }) else {
      fatalError("shape: \(dimensions) has a negative size", file: file, line: line)
    }
    guard let count = Self.count(of: dimensions) else {
      fatalError("shape: \(dimensions) has too many scalars", file: file, line: line)
    }
    self.dimensions = dimensions
    self.count = count
  }

  /// The number of axes: 0 for a single number, 1 for a vector, 2 for a matrix.
  public var rank: Int { dimensions.count }

  /// The size along one axis, counted from 0.
  public subscript(
    axis: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Int {
    guard (0..<rank).contains(axis) else {
      fatalError("shape: no axis \(axis) in \(dimensions)", file: file, line: line)
    }
    return dimensions[axis]
  }
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

  /// The product of dimensions, or nil where that many 64-bit scalars have more bytes
  /// than an `Int` can count. This module is compiled without checks on overflow.
  private static func count(of dimensions: [Int]) -> Int? {
    var count = 1
    for size in dimensions {
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow, product <= Int.max / 8 else { return nil }
      count = product
    }
    return count
  }

  /// These dimensions with their one −1 replaced by the size that keeps `count`, or
  /// nil where no size does.
  static func resolving(_ dimensions: [Int], count: Int) -> Shape? {
    guard let free = dimensions.firstIndex(of: -1) else {
      guard dimensions.allSatisfy({ $0 >= 0 }), Self.count(of: dimensions) == count
      else { return nil }
      return Shape(dimensions)
    }
    var resolved = dimensions
    resolved[free] = 1
    guard resolved.allSatisfy({ $0 >= 0 }), let others = Self.count(of: resolved),
      others > 0, count % others == 0
    else { return nil }
    resolved[free] = count / others
    return Shape(resolved)
  }
}
