// snippet.notes
/// Where on which tape a tensor stands.
struct TapePosition {
  let tape: Int
  let index: Int
}

/// Turns dy, the gradient with respect to an operation's result, into the gradient with
/// respect to one of its operands.
typealias Pullback<Scalar: TensorScalar> = (
  _ dy: consuming Tensor<Scalar>
) -> Tensor<Scalar>

/// Where an operand of an operation stands, and how a gradient gets back to it.
typealias Operand<Scalar: TensorScalar> = (
  position: TapePosition?, pullback: Pullback<Scalar>
)

/// What a tape notes of a tensor: of a variable that was read, no more than its shape.
class TapeNote {
  let shape: Shape

  init(shape: Shape) { self.shape = shape }
}

/// The note of an operation's result.
final class OperationNote<Scalar: TensorScalar>: TapeNote {
  /// The notes of the operands that depend on a variable.
  let operands: [(index: Int, pullback: Pullback<Scalar>)]

  init(shape: Shape, operands: [(index: Int, pullback: Pullback<Scalar>)]) {
    self.operands = operands
    super.init(shape: shape)
  }
}
// snippet.end

// snippet.pass-back
extension OperationNote where Scalar: TensorFloat {
  /// Takes the gradient of the result, and adds to those of the operands.
  @inline(__always)
  func passBack(at index: Int, in gradients: inout Gradients) {
    guard let last = operands.last, let dy = gradients.take(Scalar.self, at: index)
    else { return }
    for operand in operands.dropLast() {
      gradients.add(operand.pullback(dy), at: operand.index)
    }
    // Nobody needs dy after the last one, which may write over it.
    gradients.add(last.pullback(consume dy), at: last.index)
  }
}
// snippet.end

/// The note of a tensor that was made of one of another type.
final class ConversionNote: TapeNote {
  /// Takes the gradient of the result, and adds to that of the operand.
  let passBack: (_ gradients: inout Gradients, _ index: Int) -> Void

  init(
    shape: Shape,
    passBack: @escaping (_ gradients: inout Gradients, _ index: Int) -> Void
  ) {
    self.passBack = passBack
    super.init(shape: shape)
  }
}
