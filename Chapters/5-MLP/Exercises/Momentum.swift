import ChapterKit
import Digits
import Learning
import Tensors

// snippet.momentum
/// Gradient descent that keeps a part of its speed: v ← decay · v + ∂loss/∂w,
/// w ← w − learning rate · v. (B. T. Polyak, Some methods of speeding up the
/// convergence of iteration methods, 1964.)
final class Momentum {
  var learningRate: Float
  private let decay: Float
  private var velocities: [Tensor<Float>] = []

  init(learningRate: Float, decay: Float) {
    self.learningRate = learningRate
    self.decay = decay
  }

  func apply(_ gradients: [Tensor<Float>?], to parameters: [Variable<Float>]) {
    if velocities.isEmpty { velocities = parameters.map { zeros($0.shape) } }
    for (i, gradient) in gradients.enumerated() {
      guard let gradient else { continue }
      velocities[i] = decay * velocities[i] + gradient
      parameters[i].assignSubtract(velocities[i], times: learningRate)
    }
  }
}

extension Exercises {
  /// One epoch with momentum.
  func trainWithMomentum(_ digits: Digits, _ log: Transcript) throws {
    log.print(ShortTraining.header)
    for decay: Float in [0.9, 0.99] {
      var network = KerasStyle(initialWeights())
      network.optimizer = Momentum(learningRate: 0.001, decay: decay).apply
      log.print(try ShortTraining(network, digits).row("decay \(decay)"))
    }
  }
}
// snippet.end
