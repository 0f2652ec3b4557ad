import Tensors

// snippet.dense
/// A layer in which every output sees every input: y = f(x · w + b)
///
/// A batch `[n, inputs]` becomes `[n, outputs]`; w is `[inputs, outputs]` and b
/// `[outputs]`.
///
///     let layer = Dense(784, 512, activation: .relu, from: RandomState(seed: 0))
///     layer(zeros([200, 784])).shape  // (200, 512)
public struct Dense: Layer {
  /// The weights, `[inputs, outputs]`.
  public let w: Variable<Float>
  /// The biases, `[outputs]`.
  public let b: Variable<Float>
  private let activation: Activation

  /// A layer with the weights that `random` draws, Glorot uniform, and biases of zero.
  public init(
    _ inputs: Int, _ outputs: Int, activation: Activation = .linear,
    from random: RandomState
  ) {
    self.init(w: glorotUniform(inputs, outputs, from: random), activation: activation)
  }

  /// A layer with the given weights `[inputs, outputs]` and biases of zero.
  public init(
    w: Tensor<Float>, activation: Activation = .linear,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    guard w.rank == 2 else {
      fatalError(
        "Dense: weights \(w.shape.dimensions) are not [inputs, outputs]",
        file: file, line: line)
    }
    self.w = Variable(w)
    self.b = Variable(zeros([w.shape[1]]))
    self.activation = activation
  }

  /// f(x · w + b)
  public func callAsFunction(_ x: Tensor<Float>) -> Tensor<Float> {
    activation(matmul(x, w.value) + b.value)
  }

  /// w, then b.
  public var parameters: [Variable<Float>] { [w, b] }
}
// snippet.end
