import ChapterKit
import Digits
import Learning
import Tensors

// snippet.momentum
/// Gradient descent that keeps a part of its speed: v ← decay · v + ∂loss/∂w,
/// w ← w − rate · v. (B. T. Polyak, Some methods of speeding up the
/// convergence of iteration methods, 1964.)
final class Momentum {
  private let rate: Float
  private let decay: Float
  private var velocities: [Tensor<Float>] = []

  init(rate: Float, decay: Float) {
    self.rate = rate
    self.decay = decay
  }

  func apply(_ gradients: [Tensor<Float>?], to parameters: [Variable<Float>]) {
    if velocities.isEmpty { velocities = parameters.map { zeros($0.shape) } }
    for (i, gradient) in gradients.enumerated() {
      guard let gradient else { continue }
      velocities[i] = decay * velocities[i] + gradient
      parameters[i].assignSubtract(velocities[i], times: rate)
    }
  }
}

extension Exercises {
  /// One epoch with momentum.
  func trainWithMomentum(_ digits: Digits, _ log: Transcript) throws {
    log.print(Trial.header)
    for decay: Float in [0.9, 0.99] {
      var network = Variation()
      network.update = Momentum(rate: 0.001, decay: decay).apply
      log.print(try Trial(network, digits).row("decay \(decay)"))
    }
  }
}
// snippet.end
