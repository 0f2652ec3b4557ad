import ChapterKit
import Digits
import Learning
import Tensors

// snippet.leaky
/// max(x, 0) + slope · min(x, 0): below 0 it still has a slope. (A. L. Maas, A. Y.
/// Hannun and A. Y. Ng, Rectifier nonlinearities improve neural network acoustic
/// models, 2013.)
func leakyReLU(_ x: Tensor<Float>, slope: Float = 0.1) -> Tensor<Float> {
  relu(x) - slope * relu(-x)
}

/// A layer that ends in it.
struct LeakyDense: Layer {
  private let dense: Dense

  init(w: Tensor<Float>) { dense = Dense(w: w) }

  func callAsFunction(_ x: Tensor<Float>) -> Tensor<Float> { leakyReLU(dense(x)) }

  var parameters: [Variable<Float>] { dense.parameters }
}

extension Exercises {
  /// The seed whose output 3 is dead, with either function on the last layer.
  func wakeADeadOutput(_ digits: Digits, _ log: Transcript) throws {
    log.print(Trial.header)
    for (name, last) in [
      ("relu", { Dense(w: $0, activation: .relu) }), ("leaky relu", LeakyDense.init),
    ] as [(String, (Tensor<Float>) -> any Layer)] {
      var network = Variation(seed: 97, last: last)
      network.update = { SGD(learningRate: 0.01).apply($0, to: $1) }
      let trial = try Trial(network, digits)
      let threes = trial.test.answers.filter { $0.label == 3 }
      log.print(trial.row(name))
      log.print("images of a 3 read right: \(threes.count(where: \.isRight))")
    }
  }
}
// snippet.end
