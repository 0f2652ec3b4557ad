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
    fromFloat = { x in Tensor(converting: x) }
    fromDouble = { x in Tensor(converting: x) }
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
