// Operations that move scalars and compute nothing. Their derivatives move them back.

/// The same scalars in another shape. One size may be −1: it follows from the others.
///
///     let images: Tensor<UInt8> = zeros([200, 28, 28])
///     reshape(images, [-1, 28 * 28]).shape  // (200, 784)
@_specialize(where Scalar == Float)
public func reshape<Scalar: TensorScalar>(
  _ x: Tensor<Scalar>, _ dimensions: [Int],
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<Scalar> {
  guard let shape = Shape.resolving(dimensions, count: x.count) else {
    fatalError(
      "reshape: cannot shape \(x.shape.dimensions) as \(dimensions)",
      file: file, line: line)
  }
  return Tensor(shape: shape, storage: x.storage, offset: x.offset)
    .recorded((x.position, { dy in reshape(dy, x.shape.dimensions) }))
}

/// The tensor with its axes in the opposite order: of a matrix, rows become columns.
///
///     let row: Tensor<Float> = [[0, 1, 2]]
///     transpose(row).shape  // (3, 1)
public func transpose<Scalar: TensorScalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  transposed(x).recorded((x.position, { dy in transpose(dy) }))
}

extension Tensor {
  /// One slice along the first axis: a row of a matrix, an image of a batch. It shares
  /// the tensor's memory until one of them is written.
  public subscript(
    index: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    guard rank > 0, (0..<shape[0]).contains(index) else {
      fatalError(
        "subscript: no index \(index) in a tensor of shape \(shape.dimensions)",
        file: file, line: line)
    }
    let slice = self[index..<index + 1]
    return reshape(slice, shape.dropFirst.dimensions)
  }

  /// A range of slices along the first axis, which shares the tensor's memory.
  ///
  ///     let images: Tensor<UInt8> = zeros([60_000, 28, 28])
  ///     images[0..<200].shape  // (200, 28, 28)
  public subscript(
    range: Range<Int>, file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor {
    guard rank > 0, range.lowerBound >= 0, range.upperBound <= shape[0] else {
      fatalError(
        "subscript: no range \(range) in a tensor of shape \(shape.dimensions)",
        file: file, line: line)
    }
    let inner = shape.dropFirst
    return Tensor(
      shape: Shape([range.count] + inner.dimensions), storage: storage,
      offset: offset + range.lowerBound * inner.count
    )
    .recorded((position, { dy in placed(dy, at: range.lowerBound, of: self.shape) }))
  }
}

/// Tensors of one shape, at least one, laid one after the other along a new first axis.
///
///     stack([Tensor<Float>([1, 2]), Tensor<Float>([3, 4])])
///     // [[1. 2.]
///     //  [3. 4.]]
public func stack<Scalar: TensorScalar>(
  _ tensors: [Tensor<Scalar>], file: StaticString = #fileID, line: UInt = #line
) -> Tensor<Scalar> {
  guard let shape = tensors.first?.shape else {
    fatalError("stack: there are no tensors", file: file, line: line)
  }
  if let odd = tensors.first(where: { $0.shape != shape }) {
    fatalError(
      "stack: cannot stack \(shape.dimensions) and \(odd.shape.dimensions)",
      file: file, line: line)
  }
  return joined(tensors, shape: Shape([tensors.count] + shape.dimensions))
    .recorded(
      tensors.enumerated().map { index, tensor in (tensor.position, { dy in dy[index] })
      })
}
