import Digits
import Learning
import Tensors

/// The seconds of a training step for each size `[batch, width]` of a network
/// 784 – width – width / 2 – 10, on images that are numbers already.
func trainingSteps(_ sizes: [[Int]]) -> KeyValuePairs<String, [Double]> {
  let digits = Digits.mnist()
  let figures = sizes.map { size in
    let (batch, width) = (size[0], size[1])
    let random = RandomState(seed: Benchmark.seed)
    let model = Sequential {
      Dense(784, width, activation: .relu, from: random)
      Dense(width, width / 2, activation: .relu, from: random)
      Dense(width / 2, 10, activation: .relu, from: random)
    }
    let optimizer = SGD(learningRate: 0.001)
    let x = reshape(Tensor<Float>(digits.trainImages[0..<batch]) / 255, [-1, 784])
    let y: Tensor<Float> = oneHot(digits.trainLabels[0..<batch], depth: 10)
    return medianSeconds {
      let tape = GradientTape()
      let loss = tape.record { meanSquaredError(model(x), y, reduction: .sum) }
      let grads = tape.gradient(of: loss, withRespectTo: model.parameters)
      optimizer.apply(grads, to: model.parameters)
    }
  }
  return ["seconds": figures]
}
