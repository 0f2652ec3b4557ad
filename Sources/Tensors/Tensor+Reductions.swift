// Over all elements, or along one axis, where −1 is the last. The order of every sum is
// fixed by the shape alone: see Kernels/Reductions.swift.

/// The sum of all elements, or of those along one axis.
///
///     let x: Tensor<Float> = [[1, 2], [3, 4]]
///     reduceSum(x)           // 10.0
///     reduceSum(x, axis: 0)  // [4. 6.]
///
/// ∂y/∂x = 1
@_specialize(where Scalar == Float)
public func reduceSum<Scalar: TensorFloat>(
  _ x: Tensor<Scalar>, axis: Int? = nil, keepDimensions: Bool = false,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<Scalar> {
  let lanes = Lanes(x.shape, axis: axis, of: "reduceSum", file: file, line: line)
  return Scalar.floatKernels.sum(x, lanes)
    .recorded((x.position, { dy in broadcast(reshape(dy, lanes.kept), to: x.shape) }))
    .shaped(lanes, keepDimensions)
}

/// The mean of all elements, or of those along one axis: their sum over their number.
///
///     reduceMean(Tensor<Float>([1, 2, 6]))  // 3.0
///
/// The mean of no elements is NaN. ∂y/∂x = 1 / n
public func reduceMean<Scalar: TensorFloat>(
  _ x: Tensor<Scalar>, axis: Int? = nil, keepDimensions: Bool = false,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<Scalar> {
  let lanes = Lanes(x.shape, axis: axis, of: "reduceMean", file: file, line: line)
  let sum = reduceSum(
    x, axis: axis, keepDimensions: keepDimensions, file: file, line: line)
  return sum.divided(by: lanes.length)
}

/// The greatest element, or the greatest along one axis; NaN where one of them is NaN.
///
///     let x: Tensor<Float> = [[1, 5], [7, 3]]
///     reduceMax(x, axis: 1)  // [5. 7.]
///
/// ∂y/∂x = 1 at the greatest element; where several are, each gets an equal share. All are
/// NaN where the greatest is.
public func reduceMax<Scalar: TensorFloat>(
  _ x: Tensor<Scalar>, axis: Int? = nil, keepDimensions: Bool = false,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<Scalar> {
  let lanes = Lanes(
    nonempty: x.shape, axis: axis, of: "reduceMax", file: file, line: line)
  let y = Scalar.floatKernels.max(x, lanes)
  return y.recorded(
    (x.position, { dy in Scalar.floatKernels.maxGradient(dy, x, y, lanes) })
  )
  .shaped(lanes, keepDimensions)
}

/// The index of the greatest element, or of the greatest along one axis: the first
/// where several are, the first NaN where there is one.
///
///     let x: Tensor<Float> = [[1, 5], [7, 3]]
///     argmax(x, axis: 1)  // [1 0]
public func argmax<Scalar: TensorFloat>(
  _ x: Tensor<Scalar>, axis: Int? = nil,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<Int32> {
  let lanes = Lanes(nonempty: x.shape, axis: axis, of: "argmax", file: file, line: line)
  return Scalar.floatKernels.argmax(x, lanes).shaped(lanes, false)
}

extension Tensor {
  /// The result of a reduction in the shape that the caller asked for.
  fileprivate func shaped(_ lanes: Lanes, _ keepDimensions: Bool) -> Tensor {
    reshape(self, keepDimensions ? lanes.kept : lanes.dropped)
  }
}

extension Tensor where Scalar: TensorFloat {
  /// Whether no scalar is infinite or NaN: `np.isfinite(x).all()`.
  public var isFinite: Bool { scalars.allSatisfy { $0.isFinite } }
}
