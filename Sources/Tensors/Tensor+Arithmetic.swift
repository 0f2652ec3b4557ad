// Element by element, with NumPy's broadcasting. Each operation stands beside its
// derivative: the closure turns dy, the gradient of the loss with respect to the
// result, into that with respect to one operand.
//
// What a training step calls is compiled for Float besides the general form, in which
// every operation looks up its types at run time: a step of chapter 5 with one image and
// 8 hidden units took 56 µs that way, and takes 31.

extension Tensor where Scalar: TensorNumber {
  /// The sum of two tensors. ∂(a + b)/∂a = 1
  @_specialize(where Scalar == Float)
  public static func + (a: consuming Tensor, b: Tensor) -> Tensor {
    let position = a.position
    return Scalar.kernels.add(a, b)
      .recorded((position, { dy in dy }), (b.position, { dy in dy }))
  }

  /// The difference of two tensors. ∂(a − b)/∂b = −1
  @_specialize(where Scalar == Float)
  public static func - (a: consuming Tensor, b: Tensor) -> Tensor {
    let position = a.position
    return Scalar.kernels.subtract(a, b)
      .recorded((position, { dy in dy }), (b.position, { dy in -dy }))
  }

  // snippet.product
  /// The product of two tensors, element by element. ∂(a · b)/∂a = b
  @_specialize(where Scalar == Float)
  public static func * (a: Tensor, b: Tensor) -> Tensor {
    Scalar.kernels.multiply(a, b)
      .recorded((a.position, { dy in dy * b }), (b.position, { dy in dy * a }))
  }
  // snippet.end

  /// The tensor with every sign turned. ∂(−x)/∂x = −1
  public static prefix func - (x: consuming Tensor) -> Tensor {
    let position = x.position
    return Scalar.kernels.negate(x).recorded((position, { dy in -dy }))
  }

  /// The sum with a number.
  public static func + (a: consuming Tensor, b: Scalar) -> Tensor { a + Tensor(b) }
  /// The sum with a number.
  public static func + (a: Scalar, b: Tensor) -> Tensor { Tensor(a) + b }
  /// The difference with a number.
  public static func - (a: consuming Tensor, b: Scalar) -> Tensor { a - Tensor(b) }
  /// The difference with a number.
  public static func - (a: Scalar, b: Tensor) -> Tensor { Tensor(a) - b }
  /// The product with a number.
  public static func * (a: Tensor, b: Scalar) -> Tensor { a * Tensor(b) }
  /// The product with a number.
  public static func * (a: Scalar, b: Tensor) -> Tensor { Tensor(a) * b }

  /// Adds in place.
  public static func += (a: inout Tensor, b: Tensor) { a = consume a + b }
  /// Subtracts in place.
  public static func -= (a: inout Tensor, b: Tensor) { a = consume a - b }
}

extension Tensor where Scalar: TensorFloat {
  /// The quotient of two tensors. ∂(a / b)/∂a = 1 / b, ∂(a / b)/∂b = −a / b²
  @_specialize(where Scalar == Float)
  public static func / (a: consuming Tensor, b: Tensor) -> Tensor {
    if b.position == nil {
      let position = a.position
      return Scalar.floatKernels.divide(a, b).recorded((position, { dy in dy / b }))
    }
    let dividend = copy a
    return Scalar.floatKernels.divide(a, b)
      .recorded(
        (dividend.position, { dy in dy / b }),
        (
          b.position,
          { dy in
            Scalar.floatKernels.divisorGradient(
              dy, broadcast(dividend, to: dy.shape), broadcast(b, to: dy.shape))
          }
        ))
  }

  /// The quotient with a number.
  public static func / (a: consuming Tensor, b: Scalar) -> Tensor { a / Tensor(b) }
  /// The quotient with a number.
  public static func / (a: Scalar, b: Tensor) -> Tensor { Tensor(a) / b }

  /// The quotient by a count, of which every digit counts, however large it is.
  /// ∂(a / n)/∂a = 1 / n
  package func divided(by count: Int) -> Tensor {
    Scalar.floatKernels.divideByCount(self, count)
      .recorded((position, { dy in dy.divided(by: count) }))
  }

  /// Subtracts `b` times `scale` in place, in one walk through memory; not on a tape.
  mutating func subtract(_ b: Tensor, times scale: Scalar) {
    self = Scalar.floatKernels.subtractScaled(consume self, scale, b)
  }
}
