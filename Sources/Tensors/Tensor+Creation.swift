/// A tensor of zeros.
///
///     let b: Tensor<Float> = zeros([3])
///     b  // [0. 0. 0.]
public func zeros<Scalar: TensorNumber>(_ shape: Shape) -> Tensor<Scalar> {
  Tensor(shape: shape, scalars: Array(repeating: 0, count: shape.count))
}

/// A tensor of ones.
public func ones<Scalar: TensorNumber>(_ shape: Shape) -> Tensor<Scalar> {
  Tensor(shape: shape, scalars: Array(repeating: 1, count: shape.count))
}

/// Evenly spaced numbers from `start` to `stop`, both included:
/// `start + i · (stop − start) / (count − 1)`, and the last exactly `stop`.
///
/// They are computed in the type of the bounds, as `np.linspace` does, so NumPy gives
/// the same `Float` numbers for bounds of type `np.float32`. (Where the step
/// rounds to zero, NumPy takes i / (count − 1) · (stop − start) in its place.)
///
///     linspace(-10.0, 10, count: 5)  // [-10.  -5.   0.   5.  10.]
public func linspace<Scalar: TensorFloat>(
  _ start: Scalar, _ stop: Scalar, count: Int,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<Scalar> {
  guard count >= 0 else {
    fatalError("linspace: the count \(count) is negative", file: file, line: line)
  }
  let step = count > 1 ? (stop - start) / Scalar(count - 1) : 0
  var scalars = (0..<count).map { Scalar($0) * step + start }
  if count > 1 { scalars[count - 1] = stop }
  return Tensor(scalars)
}

/// One row of `depth` numbers for each label, 1 at the label and 0 elsewhere.
///
/// Labels of shape `[n]` give the shape `[n, depth]`. A label outside `0..<depth` gives
/// a row of zeros, as in `tf.one_hot`.
///
///     let labels: Tensor<UInt8> = [2, 0]
///     let rows: Tensor<Float> = oneHot(labels, depth: 3)
///     rows
///     // [[0. 0. 1.]
///     //  [1. 0. 0.]]
public func oneHot<Label: TensorNumber & BinaryInteger, Scalar: TensorFloat>(
  _ labels: Tensor<Label>, depth: Int,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<Scalar> {
  guard depth >= 0 else {
    fatalError("oneHot: the depth \(depth) is negative", file: file, line: line)
  }
  // Every integer of a tensor is a double, and every place too.
  let column = reshape(Label.kernels.toDouble(labels), labels.shape.dimensions + [1])
  return Tensor(column .== Tensor((0..<depth).map(Double.init)))
}
