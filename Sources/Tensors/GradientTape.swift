/// Notes what is computed from variables, and gives the derivatives of the result.
///
/// While `record` runs, every operation on a tensor that depends on a variable is noted
/// in order, with a closure for each operand: given dy, the gradient of the loss with
/// respect to the operation's result, it gives that with respect to the operand.
/// `gradient` walks the notes backwards once and applies the chain rule:
/// dx = Σ dy · ∂y/∂x over every y made from x. (Reverse mode: Griewank and Walther,
/// Evaluating Derivatives, 2008.)
///
///     let w = Variable(Tensor<Double>([3]))
///     let tape = GradientTape()
///     let loss = tape.record { reduceSum(square(w.value)) }
///     tape.gradient(of: loss, withRespectTo: w)!  // [6.]
///
/// A tape may be asked as often as one likes: asking changes nothing.
public final class GradientTape {
  // snippet.record
  /// What the running `record` writes to, wherever it was called from.
  @TaskLocal static var current: TapeNotes?

  private let notes = TapeNotes()

  /// A tape with nothing on it.
  public init() {}

  /// Runs `body` and notes what it computes from variables. A tape inside the body of
  /// another notes for itself alone.
  public func record<Result>(_ body: () throws -> Result) rethrows -> Result {
    try Self.$current.withValue(notes, operation: body)
  }
  // snippet.end

  /// The derivative of `loss` with respect to each variable, in the variable's shape,
  /// or nil for a variable that the loss does not depend on.
  ///
  /// `loss` comes from this tape's `record`. Where it is more than one number, the
  /// derivatives are those of the sum of its elements, as in TensorFlow.
  @_specialize(where Loss == Float, Scalar == Float)
  public func gradient<Loss, Scalar>(
    of loss: Tensor<Loss>, withRespectTo variables: [Variable<Scalar>]
  ) -> [Tensor<Scalar>?] where Loss: TensorFloat {
    guard let position = loss.position, position.tape == notes.id else {
      return variables.map { _ in nil }
    }
    let gradients = Self.$current.withValue(nil) {
      notes.gradients(of: loss, at: position.index)
    }
    return variables.map { variable in
      guard let index = notes.index(of: variable), index <= position.index else {
        return nil
      }
      return gradients.gradient(Scalar.self, at: index)
    }
  }

  /// The derivative of `loss` with respect to one variable, or nil where the loss does
  /// not depend on it.
  public func gradient<Loss, Scalar>(
    of loss: Tensor<Loss>, withRespectTo variable: Variable<Scalar>
  ) -> Tensor<Scalar>? where Loss: TensorFloat {
    gradient(of: loss, withRespectTo: [variable])[0]
  }
}

extension Tensor {
  /// The same tensor, on no tape.
  var untracked: Tensor {
    var copy = self
    copy.position = nil
    return copy
  }

  /// This result of an operation, noted with its operands and their derivatives where a
  /// tape is running and one of the operands is on it.
  @_specialize(where Scalar == Float)
  func recorded(
    _ operands: Operand<Scalar>...
  ) -> Tensor {
    recorded(operands)
  }

  // snippet.recorded
  /// This result of an operation on a list of operands, noted as above.
  @_specialize(where Scalar == Float)
  func recorded(
    _ operands: [Operand<Scalar>]
  ) -> Tensor {
    guard operands.contains(where: { $0.position != nil }) else { return self }
    var result = self
    result.position = GradientTape.current?.add(self, from: operands)
    return result
  }
  // snippet.end
}

extension Tensor where Scalar: TensorFloat {
  /// This result of a conversion, noted with its operand where a tape is running and the
  /// operand is on it.
  func recorded<From: TensorFloat>(convertedFrom operand: Tensor<From>) -> Tensor {
    guard operand.position != nil else { return self }
    var result = self
    result.position = GradientTape.current?.add(conversionOf: operand, to: Scalar.self)
    return result
  }
}
