import FixedMath

/// The loops behind the operations that only floating-point tensors have.
public struct FloatKernels<Scalar: TensorFloat>: Sendable {
  typealias Unary = @Sendable (Tensor<Scalar>) -> Tensor<Scalar>
  typealias Binary = NumberKernels<Scalar>.Binary
  typealias Ternary =
    @Sendable (Tensor<Scalar>, Tensor<Scalar>, Tensor<Scalar>) -> Tensor<Scalar>
  typealias Reduce = @Sendable (Tensor<Scalar>, Lanes) -> Tensor<Scalar>
  typealias ReduceGradient =
    @Sendable (Tensor<Scalar>, Tensor<Scalar>, Tensor<Scalar>, Lanes) -> Tensor<Scalar>
  typealias Conversion<From: TensorScalar> = @Sendable (Tensor<From>) -> Tensor<Scalar>

  /// The matrix product of two matrices, each as it is or transposed.
  let product: @Sendable (Tensor<Scalar>, Tensor<Scalar>, Bool, Bool) -> Tensor<Scalar>

  let divide: Binary = { a, b in zip(a, b, "/") { $0.fill { $0 / $1 } } }
  /// −dy · a / b², of three tensors of one shape.
  let divisorGradient: Ternary = { dy, a, b in
    combine(dy, a, b) { slopeByDivisor($0, $1, $2) }
  }
  let divideByCount: @Sendable (consuming Tensor<Scalar>, Int) -> Tensor<Scalar> = {
    x, count in map(x) { $0.fill { quotient($0, count) } }
  }
  /// a − scale · b, with the product rounded first.
  let subtractScaled:
    @Sendable (consuming Tensor<Scalar>, Scalar, Tensor<Scalar>) -> Tensor<Scalar> = {
      a, scale, b in zip(a, b, "-") { $0.fill { $0 - scale * $1 } }
    }

  let square: Unary = { x in map(x) { $0.fill { $0 * $0 } } }
  /// 2 · dy · x: whichever factor is doubled, neither leaves the range where the product
  /// does not.
  let squareGradient: Binary = { dy, x in
    zip(dy, x, "square") {
      $0.fill { $1.magnitude < 1 ? $0 * (2 * $1) : (2 * $0) * $1 }
    }
  }
  // Written so that a NaN stays one.
  // Leaving a number in its place would become a branch, and the loop a hundred times
  // as slow: so the choice is computed with. Adding 0 makes −0 the 0 that it is to be,
  // and changes nothing else; so does negating twice.
  let relu: @Sendable (consuming Tensor<Scalar>) -> Tensor<Scalar> = { x in
    map(x) { $0.fill { ($0 < 0 ? 0 : $0) + 0 } }
  }
  let reluGradient: Binary = { dy, y in
    zip(dy, y, "relu") { $0.fill { -($1 > 0 ? -$0 : -0.0) } }
  }
  let absolute: Unary = { x in map(x) { $0.fill { $0.magnitude } } }
  let absoluteGradient: Binary = { dy, x in
    zip(dy, x, "abs") { $0.fill { $1 > 0 ? $0 : $1 < 0 ? -$0 : 0 * $1 + 0 } }
  }
  let exponential: Unary = { x in
    map(x) { $0.fill { Scalar(FixedMath.exp(Double($0))) } }
  }
  /// dy · eˣ, of dy, x and y = eˣ.
  let exponentialGradient: Ternary = { dy, x, y in
    combine(dy, x, y) { slopeOfExponential($0, $1, $2) }
  }
  let logarithm: Unary = { x in
    map(x) { $0.fill { Scalar(FixedMath.log(Double($0))) } }
  }

  let broadcast: @Sendable (Tensor<Scalar>, Shape) -> Tensor<Scalar> = {
    x, shape in repeated(x, to: shape)
  }
  let sum: Reduce = { x, lanes in pairwiseSum(x, lanes) }
  let max: Reduce = { x, lanes in greatest(x, lanes) }
  let maxGradient: ReduceGradient = { dy, x, y, lanes in
    shareOfGreatest(dy, x, y, lanes)
  }
  let argmax: @Sendable (Tensor<Scalar>, Lanes) -> Tensor<Int32> = {
    x, lanes in indexOfGreatest(x, lanes)
  }

  let fromBool: Conversion<Bool> = { x in map(x) { $0.fill { $0 ? 1 : 0 } } }
  let fromUInt8: Conversion<UInt8> = { x in map(x) { $0.fill { Scalar($0) } } }
  let fromInt32: Conversion<Int32> = { x in map(x) { $0.fill { Scalar($0) } } }
  let fromFloat: Conversion<Float> = { x in Tensor(converting: x) }
  let fromDouble: Conversion<Double> = { x in Tensor(converting: x) }
}

/// −dy · a / b², the slope of a quotient by its divisor, wherever it is in the type's
/// range, though dy · a or b² may not be.
@inline(__always)
func slopeByDivisor<Scalar: TensorFloat>(
  _ dy: Scalar, _ a: Scalar, _ b: Scalar
) -> Scalar {
  let (product, square) = (-dy * a, b * b)
  if product.isNormal && square.isNormal { return product / square }
  // The significands first, which lie in 1 ..< 2, and then the power of two.
  let parts = (scaled(dy), scaled(a), scaled(b))
  let significand =
    -parts.0.significand * parts.1.significand
    / (parts.2.significand * parts.2.significand)
  return Scalar(
    sign: .plus, exponent: parts.0.exponent + parts.1.exponent - 2 * parts.2.exponent,
    significand: significand)
}

/// A number as significand · 2^exponent, with its sign; 0, infinity and NaN as they are.
private func scaled<Scalar: TensorFloat>(
  _ x: Scalar
) -> (significand: Scalar, exponent: Scalar.Exponent) {
  guard x.isFinite, x != 0 else { return (x, 0) }
  return (x < 0 ? -x.significand : x.significand, x.exponent)
}

/// dy · eˣ, with y = eˣ, wherever it is in the type's range, though y may not be.
@inline(__always)
func slopeOfExponential<Scalar: TensorFloat>(
  _ dy: Scalar, _ x: Scalar, _ y: Scalar
) -> Scalar {
  if y.isNormal { return dy * y }
  // Step by step from dy to the result, so that none on the way is out of range.
  let root = FixedMath.exp(Double(x) / 4)
  return Scalar(Double(dy) * root * root * root * root)
}

/// x / n with n as it is: a Float holds not every count beyond 2²⁴, a Double up to 2⁵³.
@inline(__always)
func quotient<Scalar: TensorFloat>(_ x: Scalar, _ count: Int) -> Scalar {
  Scalar(Double(x) / Double(count))
}
