import ChapterKit
import Digits
import Learning
import Tensors

// snippet.one-layer
extension Exercises {
  /// The linear model out = x · w + b, and the same with ReLU, for five epochs each;
  /// the three layers for one.
  func trainOneLayer(_ digits: Digits, _ log: Transcript) throws {
    let threeLayers = KerasStyle(initialWeights(), learningRate: 0.01)
    func oneLayer(_ activation: Activation) -> KerasStyle {
      var network = threeLayers
      network.model = Sequential {
        Dense(784, 10, activation: activation, from: RandomState(seed: bestSeed))
      }
      return network
    }
    log.print(ShortTraining.header)
    for (name, network, epochs) in [
      ("one linear layer", oneLayer(.linear), 5), ("one with relu", oneLayer(.relu), 5),
      ("three layers", threeLayers, 1),
    ] {
      let trial = try ShortTraining(network, digits, epochs: epochs)
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
