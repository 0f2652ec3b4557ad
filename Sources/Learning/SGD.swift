import Tensors

// snippet.sgd
/// Stochastic gradient descent: w ← w − rate · ∂loss/∂w
///
///     let w = Variable(Tensor<Float>([1, 2]))
///     SGD(learningRate: 0.5).apply([Tensor([2, 2])], to: [w])
///     w.value  // [0. 1.]
public struct SGD: Sendable {
  private let learningRate: Float

  /// An optimizer with a fixed learning rate.
  public init(learningRate: Float) {
    self.learningRate = learningRate
  }

  /// One step for every parameter; one without a gradient stays as it is.
  public func apply(
    _ gradients: [Tensor<Float>?], to parameters: [Variable<Float>],
    file: StaticString = #fileID, line: UInt = #line
  ) {
    guard gradients.count == parameters.count else {
      fatalError(
        "SGD.apply: \(gradients.count) gradients for \(parameters.count) parameters",
        file: file, line: line)
    }
    for (gradient, parameter) in zip(gradients, parameters) {
      if let gradient { parameter.assignSubtract(gradient, times: learningRate) }
    }
  }
}
// snippet.end
