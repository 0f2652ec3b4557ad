/// The gradients of a loss, by the indices of a tape's notes, while the chain rule walks
/// back: of tensors of both types that have gradients.
struct Gradients {
  private let shapes: [Shape]
  /// A `Gradient` of the note's type each, nil where there is none yet.
  private var gradients: [AnyObject?]

  init(notes: ArraySlice<TapeNote>) {
    shapes = notes.map { $0.shape }
    gradients = Array(repeating: nil, count: shapes.count)
  }

  // snippet.add
  /// Adds to the gradient at an index.
  @inline(__always)
  mutating func add<Scalar: TensorFloat>(_ dx: Tensor<Scalar>, at index: Int) {
    let dx = unbroadcast(dx, to: shapes[index])
    if let gradient = gradients[index] {
      unsafeDowncast(gradient, to: Gradient<Scalar>.self).sum += dx
    } else {
      gradients[index] = Gradient(dx)
    }
  }
  // snippet.end

  /// The gradient at an index, or nil where there is none.
  @inline(__always)
  func gradient<Scalar: TensorFloat>(
    _: Scalar.Type, at index: Int
  ) -> Tensor<Scalar>? {
    gradients[index].map { unsafeDowncast($0, to: Gradient<Scalar>.self).sum }
  }

  /// Gives away the gradient at an index, or nil where there is none.
  @inline(__always)
  mutating func take<Scalar: TensorFloat>(
    _ type: Scalar.Type, at index: Int
  ) -> Tensor<Scalar>? {
    defer { gradients[index] = nil }
    return gradient(type, at: index)
  }
}

/// The gradient of one tensor: the sum of what came back to it so far.
private final class Gradient<Scalar: TensorFloat> {
  var sum: Tensor<Scalar>

  init(_ sum: Tensor<Scalar>) { self.sum = sum }
}

// snippet.unbroadcast
/// The sum over the axes along which an operand of `shape` was repeated.
private func unbroadcast<Scalar: TensorFloat>(
  _ dy: Tensor<Scalar>, to shape: Shape
) -> Tensor<Scalar> {
  if dy.shape == shape { return dy }
  var dx = dy
  while dx.rank > shape.rank { dx = reduceSum(dx, axis: 0) }
  for axis in 0..<shape.rank where dx.shape[axis] != shape[axis] {
    dx = reduceSum(dx, axis: axis, keepDimensions: true)
  }
  return dx
}
// snippet.end
