import FixedMath

/// The loops behind the operations on tensors of one type of number.
///
/// A table of functions, filled once for each type: inside it the generic loops are
/// compiled for that type, with vector instructions, and generic code calls them at the
/// cost of one indirect call an operation.
public struct NumberKernels<Scalar: TensorNumber>: Sendable {
  /// May write its result over the first operand.
  typealias Binary =
    @Sendable (consuming Tensor<Scalar>, Tensor<Scalar>) -> Tensor<Scalar>
  typealias Compare = @Sendable (Tensor<Scalar>, Tensor<Scalar>) -> Tensor<Bool>
  typealias Reduce = @Sendable (Tensor<Scalar>, Lanes) -> Tensor<Scalar>

  let add: Binary
  let subtract: Binary
  let multiply: Binary
  let negate: @Sendable (consuming Tensor<Scalar>) -> Tensor<Scalar>
  let broadcast: @Sendable (Tensor<Scalar>, Shape) -> Tensor<Scalar>

  let equal: Compare
  let notEqual: Compare
  let less: Compare
  let lessOrEqual: Compare

  let sum: Reduce
  let max: Reduce
  let argmax: @Sendable (Tensor<Scalar>, Lanes) -> Tensor<Int32>

  let fromBool: @Sendable (Tensor<Bool>) -> Tensor<Scalar>
  let fromUInt8: @Sendable (Tensor<UInt8>) -> Tensor<Scalar>
  let fromInt32: @Sendable (Tensor<Int32>) -> Tensor<Scalar>
  let fromFloat: @Sendable (Tensor<Float>) -> Tensor<Scalar>
  let fromDouble: @Sendable (Tensor<Double>) -> Tensor<Scalar>
  let toDouble: @Sendable (Tensor<Scalar>) -> Tensor<Double>
}

/// The loops behind the operations that only floating-point tensors have.
public struct FloatKernels<Scalar: TensorFloat>: Sendable {
  typealias Unary = @Sendable (Tensor<Scalar>) -> Tensor<Scalar>
  typealias Binary = NumberKernels<Scalar>.Binary

  let divide: Binary
  let square: Unary
  let relu: @Sendable (consuming Tensor<Scalar>) -> Tensor<Scalar>
  let reluGradient: Binary
  let exponential: Unary
  let logarithm: Unary
  /// a − scale · b, with the product rounded first.
  let subtractScaled:
    @Sendable (consuming Tensor<Scalar>, Scalar, Tensor<Scalar>) -> Tensor<Scalar>
  let maxGradient:
    @Sendable (Tensor<Scalar>, Tensor<Scalar>, Tensor<Scalar>, Lanes) -> Tensor<Scalar>

  /// The matrix product of two matrices, each as it is or transposed.
  let product: @Sendable (Tensor<Scalar>, Tensor<Scalar>, Bool, Bool) -> Tensor<Scalar>
}

// The initializers are inlined so that each table is filled with concrete loops.

extension NumberKernels where Scalar: TensorFloat {
  @inline(__always)
  init() {
    add = { a, b in zip(a, b, "+") { $0.fill { $0 + $1 } } }
    subtract = { a, b in zip(a, b, "-") { $0.fill { $0 - $1 } } }
    multiply = { a, b in zip(a, b, "*") { $0.fill { $0 * $1 } } }
    negate = { x in map(x) { $0.fill { -$0 } } }
    broadcast = { x, shape in repeated(x, to: shape) }
    equal = { a, b in zip(a, b, ".==") { $0.fill { $0 == $1 } } }
    notEqual = { a, b in zip(a, b, ".!=") { $0.fill { $0 != $1 } } }
    less = { a, b in zip(a, b, ".<") { $0.fill { $0 < $1 } } }
    lessOrEqual = { a, b in zip(a, b, ".<=") { $0.fill { $0 <= $1 } } }
    sum = { x, lanes in pairwiseSum(x, lanes) }
    max = { x, lanes in greatest(x, lanes) }
    argmax = { x, lanes in indexOfGreatest(x, lanes) }
    fromBool = { x in map(x) { $0.fill { $0 ? 1 : 0 } } }
    fromUInt8 = { x in map(x) { $0.fill { Scalar($0) } } }
    fromInt32 = { x in map(x) { $0.fill { Scalar($0) } } }
    fromFloat = { x in map(x) { $0.fill { Scalar($0) } } }
    fromDouble = { x in map(x) { $0.fill { Scalar($0) } } }
    toDouble = { x in map(x) { $0.fill { Double($0) } } }
  }
}

extension NumberKernels where Scalar: FixedWidthInteger {
  /// Integers wrap around where a result does not fit, as in NumPy.
  @inline(__always)
  init() {
    add = { a, b in zip(a, b, "+") { $0.fill { $0 &+ $1 } } }
    subtract = { a, b in zip(a, b, "-") { $0.fill { $0 &- $1 } } }
    multiply = { a, b in zip(a, b, "*") { $0.fill { $0 &* $1 } } }
    negate = { x in map(x) { $0.fill { 0 &- $0 } } }
    broadcast = { x, shape in repeated(x, to: shape) }
    equal = { a, b in zip(a, b, ".==") { $0.fill { $0 == $1 } } }
    notEqual = { a, b in zip(a, b, ".!=") { $0.fill { $0 != $1 } } }
    less = { a, b in zip(a, b, ".<") { $0.fill { $0 < $1 } } }
    lessOrEqual = { a, b in zip(a, b, ".<=") { $0.fill { $0 <= $1 } } }
    sum = { x, lanes in checkedSum(x, lanes) }
    max = { x, lanes in greatest(x, lanes) }
    argmax = { x, lanes in indexOfGreatest(x, lanes) }
    fromBool = { x in map(x) { $0.fill { $0 ? 1 : 0 } } }
    fromUInt8 = { x in map(x) { $0.fill { fitting($0) } } }
    fromInt32 = { x in map(x) { $0.fill { fitting($0) } } }
    fromFloat = { x in map(x) { $0.fill { fitting($0) } } }
    fromDouble = { x in map(x) { $0.fill { fitting($0) } } }
    toDouble = { x in map(x) { $0.fill { Double($0) } } }
  }
}

extension FloatKernels {
  @inline(__always)
  init(
    product:
      @escaping @Sendable (
        Tensor<Scalar>, Tensor<Scalar>, Bool, Bool
      ) -> Tensor<Scalar>
  ) {
    divide = { a, b in zip(a, b, "/") { $0.fill { $0 / $1 } } }
    square = { x in map(x) { $0.fill { $0 * $0 } } }
    // Written so that a NaN stays one.
    // Leaving a number in its place would become a branch, and the loop a hundred times
    // as slow: so the choice is computed with. Adding 0 makes −0 the 0 that it is to be,
    // and changes nothing else; so does negating twice.
    relu = { x in map(x) { $0.fill { ($0 < 0 ? 0 : $0) + 0 } } }
    reluGradient = { dy, y in
      zip(dy, y, "relu") { $0.fill { -($1 > 0 ? -$0 : -0.0) } }
    }
    exponential = { x in map(x) { $0.fill { Scalar(FixedMath.exp(Double($0))) } } }
    logarithm = { x in map(x) { $0.fill { Scalar(FixedMath.log(Double($0))) } } }
    subtractScaled = { a, scale, b in
      zip(a, b, "-") { $0.fill { $0 - scale * $1 } }
    }
    maxGradient = { dy, x, y, lanes in shareOfGreatest(dy, x, y, lanes) }
    self.product = product
  }
}

/// The integer as another type of integer; one that does not fit ends the program.
@inline(__always)
private func fitting<From: BinaryInteger, To: FixedWidthInteger>(_ value: From) -> To {
  guard let result = To(exactly: value) else {
    fatalError("Tensor: \(value) does not fit in \(To.self)")
  }
  return result
}

/// The number cut towards zero; one that does not fit ends the program.
@inline(__always)
private func fitting<From: BinaryFloatingPoint, To: FixedWidthInteger>(
  _ value: From
) -> To {
  guard let result = To(exactly: value.rounded(.towardZero)) else {
    fatalError("Tensor: \(value) does not fit in \(To.self)")
  }
  return result
}
