/// The gradients of a loss, by the indices of a tape's notes, while the chain rule walks
/// back: of tensors of both types that have gradients.
struct Gradients {
  var floats: GradientList<Float>
  var doubles: GradientList<Double>

  init(notes: ArraySlice<TapeNote>) {
    let shapes = notes.map { $0.shape }
    (floats, doubles) = (GradientList(shapes: shapes), GradientList(shapes: shapes))
  }

  /// Adds to the gradient at an index.
  @_specialize(where Scalar == Float)
  mutating func add<Scalar: TensorFloat>(_ dx: Tensor<Scalar>, at index: Int) {
    Scalar.floatKernels.changeGradients(&self) { $0.add(dx, at: index) }
  }

  /// The gradient at an index, or nil where there is none.
  @_specialize(where Scalar == Float)
  func gradient<Scalar: TensorFloat>(
    _: Scalar.Type, at index: Int
  ) -> Tensor<Scalar>? {
    Scalar.floatKernels.readGradients(self)[index]
  }

  /// Gives away the gradient at an index, or nil where there is none.
  @_specialize(where Scalar == Float)
  mutating func take<Scalar: TensorFloat>(
    _: Scalar.Type, at index: Int
  ) -> Tensor<Scalar>? {
    var gradient: Tensor<Scalar>?
    Scalar.floatKernels.changeGradients(&self) { gradient = $0.take(at: index) }
    return gradient
  }
}

/// Gradients of one type.
struct GradientList<Scalar: TensorFloat> {
  private let shapes: [Shape]
  private var gradients: [Tensor<Scalar>?]

  /// No gradients yet of tensors of the shapes.
  init(shapes: [Shape]) {
    self.shapes = shapes
    gradients = Array(repeating: nil, count: shapes.count)
  }

  /// The gradient at an index, or nil where there is none.
  subscript(index: Int) -> Tensor<Scalar>? { gradients[index] }

  // snippet.add
  /// Adds to the gradient at an index.
  @inline(__always)
  mutating func add(_ dx: Tensor<Scalar>, at index: Int) {
    let dx = unbroadcast(dx, to: shapes[index])
    if gradients[index] == nil {
      gradients[index] = dx
    } else {
      gradients[index]! += dx
    }
  }
  // snippet.end

  /// Gives away the gradient at an index, or nil where there is none.
  @inline(__always)
  mutating func take(at index: Int) -> Tensor<Scalar>? { gradients[index].take() }
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
