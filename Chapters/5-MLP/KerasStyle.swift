import Learning
import Tensors

// snippet.keras-model
/// The network as three layers, trained by an optimizer.
struct KerasStyle: Style {
  let model: Sequential
  let optimizer: SGD
  let reduction: Reduction

  init(_ settings: Settings) {
    let weights = settings.weights()
    model = Sequential {
      Dense(w: weights[0], activation: .relu)
      Dense(w: weights[1], activation: .relu)
      Dense(w: weights[2], activation: .relu)
    }
    optimizer = SGD(learningRate: settings.learningRate)
    reduction = settings.reduction
  }
  // snippet.end

  // snippet.keras-out
  func out(_ x: Tensor<Float>) -> Tensor<Float> {
    model(reshape(x, [-1, 28 * 28]))
  }
  // snippet.end

  // snippet.keras-step
  func step(_ x: Tensor<Float>, _ y: Tensor<Float>) -> Tensor<Float> {
    let tape = GradientTape()
    let loss = tape.record {
      meanSquaredError(out(x), y, reduction: reduction)
    }
    let grads = tape.gradient(of: loss, withRespectTo: model.parameters)
    optimizer.apply(grads, to: model.parameters)
    return loss
  }
  // snippet.end

  // snippet.keras-parameters
  var parameters: [Variable<Float>] { model.parameters }
  // snippet.end
}
