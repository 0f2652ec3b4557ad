import Synchronization

/// Turns dy, the gradient with respect to an operation's result, into the gradient with
/// respect to one of its operands.
typealias Pullback<Scalar: TensorScalar> = (
  _ dy: consuming Tensor<Scalar>
) -> Tensor<Scalar>

/// Where an operand of an operation stands, and how a gradient gets back to it.
typealias Operand<Scalar: TensorScalar> = (
  position: TapePosition?, pullback: Pullback<Scalar>
)

/// Where on which tape a tensor stands.
struct TapePosition {
  let tape: Int
  let index: Int
}

/// What a tape holds: a note for each operation, in the order they ran.
///
/// Notes refer to each other by index, and a tensor to its note by number: nothing but
/// the tape keeps a note alive, so a graph of any length is freed without recursion.
final class TapeNotes: @unchecked Sendable {
  // Unchecked: the lock guards the two collections, for a recording body may start tasks.
  private let lock = Mutex(())

  private static let lastID = Atomic(0)

  /// Tells the tensors of this tape from those of others.
  let id = TapeNotes.lastID.add(1, ordering: .relaxed).newValue

  private var notes: [AnyNote] = []

  /// The note of each variable that was read, with the variable, kept so that no other
  /// can come to lie at its address.
  private var leaves: [ObjectIdentifier: (index: Int, variable: AnyObject)] = [:]

  private class AnyNote {
    let shape: Shape
    init(shape: Shape) { self.shape = shape }
  }

  private final class Note<Scalar: TensorScalar>: AnyNote {
    /// The notes of the operands that depend on a variable.
    let operands: [(index: Int, pullback: Pullback<Scalar>)]

    init(shape: Shape, operands: [(index: Int, pullback: Pullback<Scalar>)]) {
      self.operands = operands
      super.init(shape: shape)
    }
  }

  /// Notes an operation; nil where none of its operands is on this tape.
  @_specialize(where Scalar == Float)
  func add<Scalar>(
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
      notes.append(Note(shape: result.shape, operands: tracked))
      return TapePosition(tape: id, index: notes.count - 1)
    }
  }

  /// The note of a variable, the same one each time it is read.
  func leaf<Scalar>(of variable: Variable<Scalar>, shape: Shape) -> TapePosition {
    let key = ObjectIdentifier(variable)
    return lock.withLock { _ in
      if let leaf = leaves[key] { return TapePosition(tape: id, index: leaf.index) }
      notes.append(Note<Scalar>(shape: shape, operands: []))
      leaves[key] = (notes.count - 1, variable)
      return TapePosition(tape: id, index: notes.count - 1)
    }
  }

  /// Where the note of a variable stands that was read.
  func index(of variable: AnyObject) -> Int? {
    lock.withLock { _ in leaves[ObjectIdentifier(variable)]?.index }
  }

  /// The gradient of `loss`, noted at `index`, with respect to every variable, by the
  /// index of the variable's note: the chain rule, from the last note to the first.
  @_specialize(where Scalar == Float)
  func gradients<Scalar: TensorFloat>(
    of loss: Tensor<Scalar>, at index: Int
  ) -> [Tensor<Scalar>?] {
    var notes: [AnyNote] = []
    lock.withLock { _ in notes = self.notes }
    var gradients = [Tensor<Scalar>?](repeating: nil, count: index + 1)
    gradients[index] = ones(loss.shape)
    func pass(_ dx: Tensor<Scalar>, to index: Int) {
      let dx = unbroadcast(dx, to: notes[index].shape)
      if gradients[index] == nil {
        gradients[index] = dx
      } else {
        gradients[index]! += dx
      }
    }
    for index in stride(from: index, through: 0, by: -1) {
      guard let note = notes[index] as? Note<Scalar>, let last = note.operands.last,
        let dy = gradients[index].take()
      else { continue }
      for operand in note.operands.dropLast() {
        pass(operand.pullback(dy), to: operand.index)
      }
      // Nobody needs dy after the last one, which may write over it.
      pass(last.pullback(consume dy), to: last.index)
    }
    return gradients
  }

  /// The sum over the axes along which an operand of `shape` was repeated.
  private func unbroadcast<Scalar: TensorFloat>(
    _ dy: Tensor<Scalar>, to shape: Shape
  ) -> Tensor<Scalar> {
    if dy.shape == shape { return dy }
    var dx = dy
    while dx.rank > shape.rank { dx = reduceSum(dx, axis: 0) }
    for axis in 0..<shape.rank where dx.shape[axis] != shape[axis] {
      dx = reduceSum(dx, axis: axis, keepDimensions: true)
    }
    return dx
  }
}
