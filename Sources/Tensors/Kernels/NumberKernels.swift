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

  let add: Binary
  let subtract: Binary
  let multiply: Binary
  let negate: @Sendable (consuming Tensor<Scalar>) -> Tensor<Scalar>
  let equal: Compare
  let less: Compare
  let toDouble: @Sendable (Tensor<Scalar>) -> Tensor<Double>
}

extension NumberKernels where Scalar: TensorFloat {
  @inline(__always)
  init() {
    add = { a, b in zip(a, b, "+") { $0.fill { $0 + $1 } } }
    subtract = { a, b in zip(a, b, "-") { $0.fill { $0 - $1 } } }
    multiply = { a, b in zip(a, b, "*") { $0.fill { $0 * $1 } } }
    negate = { x in map(x) { $0.fill { -$0 } } }
    equal = { a, b in zip(a, b, ".==") { $0.fill { $0 == $1 } } }
    less = { a, b in zip(a, b, ".<") { $0.fill { $0 < $1 } } }
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
    equal = { a, b in zip(a, b, ".==") { $0.fill { $0 == $1 } } }
    less = { a, b in zip(a, b, ".<") { $0.fill { $0 < $1 } } }
    toDouble = { x in map(x) { $0.fill { Double($0) } } }
  }
}
