/// A tensor that training changes: a weight or a bias, as `tf.Variable`.
///
///     let w = Variable(Tensor<Float>([1, 2]))
///     w.assignSubtract(0.5 * Tensor([2, 2]))
///     w.value  // [0. 1.]
public final class Variable<Scalar: TensorFloat> {
  private var stored: Tensor<Scalar>

  /// A variable that starts at `value`.
  public init(_ value: Tensor<Scalar>) {
    stored = value.untracked
  }

  /// The tensor as it stands; a tape that is recording notes that it was read.
  public var value: Tensor<Scalar> {
    var value = stored
    value.position = GradientTape.current?.leaf(of: self)
    return value
  }

  /// The sizes of the tensor, which never change.
  public var shape: Shape { stored.shape }

  /// Puts `value`, of the same shape, in the place of the present one.
  public func assign(
    _ value: Tensor<Scalar>, file: StaticString = #fileID, line: UInt = #line
  ) {
    require(value, "assign", file: file, line: line)
    stored = value.untracked
  }

  /// Subtracts `change`, of the same shape, in place: `w.assignSubtract(rate * dw)`.
  public func assignSubtract(
    _ change: Tensor<Scalar>, file: StaticString = #fileID, line: UInt = #line
  ) {
    require(change, "assignSubtract", file: file, line: line)
    stored -= change.untracked
  }

  // snippet.assign-subtract
  /// Subtracts `scale` times `change` in place: the same numbers as
  /// `assignSubtract(scale * change)` in one walk through memory instead of two.
  public func assignSubtract(
    _ change: Tensor<Scalar>, times scale: Scalar,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    require(change, "assignSubtract", file: file, line: line)
    stored.subtract(change, times: scale)
  }
  // snippet.end

  private func require(
    _ value: Tensor<Scalar>, _ operation: StaticString, file: StaticString, line: UInt
  ) {
    guard value.shape == shape else {
      fatalError(
        "\(operation): the variable has shape \(shape.dimensions), "
          + "the value \(value.shape.dimensions)",
        file: file, line: line)
    }
  }
}
