// Functions of every element, each beside its derivative, as in Tensor+Arithmetic.swift.

/// The square of every element: y = x², ∂y/∂x = 2x
///
///     square(Tensor<Float>([1, -2]))  // [1. 4.]
@_specialize(where Scalar == Float)
public func square<Scalar: TensorFloat>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  Scalar.floatKernels.square(x)
    .recorded((x.position, { dy in Scalar.floatKernels.squareGradient(dy, x) }))
}

/// The rectified linear unit: y = x where x > 0, else 0; ∂y/∂x = 1 where x > 0, else 0
///
///     relu(Tensor<Float>([1, -2]))  // [1. 0.]
@_specialize(where Scalar == Float)
public func relu<Scalar: TensorFloat>(_ x: consuming Tensor<Scalar>) -> Tensor<Scalar> {
  let position = x.position
  let y = Scalar.floatKernels.relu(x)
  return y.recorded((position, { dy in Scalar.floatKernels.reluGradient(dy, y) }))
}

/// The magnitude of every element: y = |x|, ∂y/∂x = 1 where x > 0, −1 where x < 0, else 0
///
///     abs(Tensor<Float>([1, -2]))  // [1. 2.]
public func abs<Scalar: TensorFloat>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  Scalar.floatKernels.absolute(x)
    .recorded((x.position, { dy in Scalar.floatKernels.absoluteGradient(dy, x) }))
}

/// Euler's number to the power of every element: y = eˣ, ∂y/∂x = y
///
///     exp(Tensor<Float>([0, 1]))  // [1.        2.7182817]
public func exp<Scalar: TensorFloat>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  let y = Scalar.floatKernels.exponential(x)
  return y.recorded(
    (x.position, { dy in Scalar.floatKernels.exponentialGradient(dy, x, y) }))
}

/// The natural logarithm of every element: y = ln x, ∂y/∂x = 1 / x
///
/// That of 0 is −inf, that of a negative number NaN.
///
///     log(Tensor<Float>([1, 2]))  // [0.        0.6931472]
public func log<Scalar: TensorFloat>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  Scalar.floatKernels.logarithm(x).recorded((x.position, { dy in dy / x }))
}
