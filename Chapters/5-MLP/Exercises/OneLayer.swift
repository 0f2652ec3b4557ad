import ChapterKit
import Digits
import Learning
import Tensors

// snippet.one-layer
extension Exercises {
  /// The linear model out = x · w + b, and the same with ReLU, for five epochs each;
  /// the three layers for one.
  func trainOneLayer(_ digits: Digits, _ log: Transcript) throws {
    func network(_ activation: Activation) -> Variation {
      let random = RandomState(seed: Search.bestSeed)
      return Variation(
        model: Sequential { Dense(784, 10, activation: activation, from: random) })
    }
    log.print(Trial.header)
    for (name, network, epochs) in [
      ("one linear layer", network(.linear), 5), ("one with relu", network(.relu), 5),
      ("three layers", Variation(), 1),
    ] {
      var network = network
      network.update = { SGD(learningRate: 0.01).apply($0, to: $1) }
      let trial = try Trial(network, digits, epochs: epochs)
      log.print(trial.row(name))
      if name == "one with relu" {
        let silent = trial.test.answers.filter { $0.outputs[$0.label] == 0 }
        log.value("own-output-0", Double(silent.count))
        log.value("ones-with-own-output-0", Double(silent.count { $0.label == 1 }))
      }
    }
  }
}
// snippet.end
