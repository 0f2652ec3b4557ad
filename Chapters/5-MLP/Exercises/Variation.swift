import Learning
import Tensors

// snippet.variation
/// The document's network and training, with parts that an exercise exchanges.
struct Variation: Style {
  var model: Sequential
  var loss: (_ out: Tensor<Float>, _ y: Tensor<Float>) -> Tensor<Float> = {
    meanSquaredError($0, $1, reduction: .sum)
  }
  var update: (_ gradients: [Tensor<Float>?], _ parameters: [Variable<Float>]) -> Void =
    { SGD(learningRate: 0.001).apply($0, to: $1) }

  /// A network of any layers.
  init(model: Sequential) { self.model = model }

  /// The document's three layers, of which the last one may be another.
  init(
    seed: UInt32 = Search.bestSeed,
    last: (Tensor<Float>) -> any Layer = { Dense(w: $0, activation: .relu) }
  ) {
    let weights = Settings(seed: seed).weights()
    model = Sequential {
      Dense(w: weights[0], activation: .relu)
      Dense(w: weights[1], activation: .relu)
      last(weights[2])
    }
  }

  var parameters: [Variable<Float>] { model.parameters }

  func out(_ x: Tensor<Float>) -> Tensor<Float> {
    model(reshape(x, [-1, 28 * 28]))
  }

  func step(_ x: Tensor<Float>, _ y: Tensor<Float>) -> Tensor<Float> {
    let tape = GradientTape()
    let loss = tape.record { self.loss(out(x), y) }
    update(tape.gradient(of: loss, withRespectTo: parameters), parameters)
    return loss
  }
}
// snippet.end
