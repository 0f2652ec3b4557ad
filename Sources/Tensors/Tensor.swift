/// Numbers of one type in a block of any number of axes, as in `numpy.ndarray`.
///
/// A tensor is a value: a copy is independent of its original, and costs nothing until
/// one of the two is changed. Its scalars lie in row-major order.
///
///     let x: Tensor<Float> = [[0, 1], [2, 3]]
///     x.shape  // (2, 2)
///     x + 10
///     // [[10. 11.]
///     //  [12. 13.]]
public struct Tensor<Scalar: TensorScalar>: Sendable {
  /// The size along each axis.
  public let shape: Shape

  /// The scalars, shared between copies and slices until one of them is written.
  var storage: Storage<Scalar>

  /// Where in `storage` the first scalar lies.
  var offset: Int

  /// Where a tape noted how this tensor came about, if one did.
  var position: TapePosition?

  init(shape: Shape, storage: Storage<Scalar>, offset: Int = 0) {
    self.shape = shape
    self.storage = storage
    self.offset = offset
  }

  /// A tensor of a given shape, from as many scalars in row-major order.
  ///
  ///     Tensor<Double>(shape: [2, 3], scalars: [1, 2, 3, 4, 5, 6])
  ///     // [[1. 2. 3.]
  ///     //  [4. 5. 6.]]
  public init(
    shape: Shape, scalars: [Scalar],
    file: StaticString = #fileID, line: UInt = #line
  ) {
    guard scalars.count == shape.count else {
      fatalError(
        "Tensor: shape \(shape.dimensions) needs \(shape.count) scalars, "
          + "found \(scalars.count)",
        file: file, line: line)
    }
    self.init(shape: shape, storage: Storage(copying: scalars))
  }

  /// A vector of the given scalars.
  public init(_ scalars: [Scalar]) {
    self.init(shape: [scalars.count], scalars: scalars)
  }

  /// A single number, of shape `()`.
  public init(_ scalar: Scalar) {
    self.init(shape: [], scalars: [scalar])
  }

  /// The number of axes.
  public var rank: Int { shape.rank }

  /// The number of scalars.
  public var count: Int { shape.count }

  /// The one scalar of a tensor that holds just one, of whatever rank.
  ///
  ///     reduceSum(Tensor<Float>([1, 2, 3])).item  // 6.0
  public var item: Scalar {
    guard count == 1 else {
      fatalError("item: a tensor of shape \(shape.dimensions) has \(count) scalars")
    }
    return scalars[0]
  }
}

extension Tensor: Equatable {
  /// Whether both have the same shape and equal scalars; a NaN equals nothing.
  public static func == (a: Tensor, b: Tensor) -> Bool {
    a.shape == b.shape && a.scalars == b.scalars
  }
}
