/// What a tape holds: a note for each operation, in the order they ran.
///
/// Notes refer to each other by index, and a tensor to its note by number: nothing but
/// the tape keeps a note alive, so a graph of any length is freed without recursion.
final class TapeNotes: @unchecked Sendable {
  // Unchecked: the lock guards the two collections, for a recording body may start tasks.
  private let lock = Lock(())

  /// Tells the tensors of this tape from those of others.
  let id = UniqueNumber.next()

  private var notes: [TapeNote] = []

  /// The note of each variable that was read, with the variable, kept so that no other
  /// can come to lie at its address.
  private var leaves: [ObjectIdentifier: (index: Int, variable: AnyObject)] = [:]

  // snippet.add
  /// Notes an operation; nil where none of its operands is on this tape.
  @_specialize(where Scalar == Float)
  func add<Scalar: TensorScalar>(
    _ result: Tensor<Scalar>, from operands: [Operand<Scalar>]
  ) -> TapePosition? {
    // A loop: `compactMap` would take as long as a small operation.
    var tracked: [(index: Int, pullback: Pullback<Scalar>)] = []
    for operand in operands {
      guard let position = operand.position, position.tape == id else {
        continue
      }
      tracked.append((position.index, operand.pullback))
    }
    if tracked.isEmpty { return nil }
    return lock.withLock { _ in
      append(OperationNote(shape: result.shape, operands: tracked))
    }
  }
  // snippet.end

  /// Notes a conversion to another type; nil where its operand is not on this tape.
  func add<From: TensorFloat, To: TensorFloat>(
    conversionOf operand: Tensor<From>, to _: To.Type
  ) -> TapePosition? {
    guard let position = operand.position, position.tape == id else { return nil }
    return lock.withLock { _ in
      append(
        ConversionNote(shape: operand.shape) { gradients, index in
          guard let dy = gradients.take(To.self, at: index) else { return }
          gradients.add(Tensor<From>(converting: dy), at: position.index)
        })
    }
  }

  /// The note of a variable, the same one each time it is read.
  func leaf<Scalar>(of variable: Variable<Scalar>) -> TapePosition {
    let key = ObjectIdentifier(variable)
    return lock.withLock { _ in
      if let leaf = leaves[key] { return TapePosition(tape: id, index: leaf.index) }
      let position = append(TapeNote(shape: variable.shape))
      leaves[key] = (position.index, variable)
      return position
    }
  }

  private func append(_ note: TapeNote) -> TapePosition {
    notes.append(note)
    return TapePosition(tape: id, index: notes.count - 1)
  }

  /// Where the note of a variable stands that was read.
  func index(of variable: AnyObject) -> Int? {
    lock.withLock { _ in leaves[ObjectIdentifier(variable)]?.index }
  }

  // snippet.walk-back
  /// The gradients of `loss`, noted at `index`, by the indices of the notes: the chain
  /// rule, from the last note to the first. Those of variables are left at the end.
  @_specialize(where Scalar == Float)
  func gradients<Scalar: TensorFloat>(
    of loss: Tensor<Scalar>, at index: Int
  ) -> Gradients {
    var notes: [TapeNote] = []
    lock.withLock { _ in notes = self.notes }
    var gradients = Gradients(notes: notes[...index])
    gradients.add(ones(loss.shape) as Tensor<Scalar>, at: index)
    for index in stride(from: index, through: 0, by: -1) {
      // Every operation on a tape goes back to variables, which are of these types.
      switch notes[index] {
      case let note as OperationNote<Float>:
        note.passBack(at: index, in: &gradients)
      case let note as OperationNote<Double>:
        note.passBack(at: index, in: &gradients)
      case let note as ConversionNote: note.passBack(&gradients, index)
      default: break
      }
    }
    return gradients
  }
  // snippet.end
}
