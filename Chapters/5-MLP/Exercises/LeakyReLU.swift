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
    let weights = initialWeights(seed: 97)
    let network = KerasStyle(weights, learningRate: 0.01)
    var leaky = KerasStyle(weights, learningRate: 0.01)
    leaky.model = Sequential {
      Dense(w: weights[0], activation: .relu)
      Dense(w: weights[1], activation: .relu)
      LeakyDense(w: weights[2])
    }
    log.print(ShortTraining.header)
    for (name, network) in [("relu", network), ("leaky relu", leaky)] {
      let training = try ShortTraining(network, digits)
      let threes = training.test.answers.filter { $0.label == 3 }
      log.print(training.row(name))
      log.print("images of a 3 read right: \(threes.count(where: \.isRight))")
    }
  }
}
// snippet.end
