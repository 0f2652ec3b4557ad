import ChapterKit
import Digits
import Learning
import Tensors

// snippet.cross-entropy
/// The mean over the images of −ln pⱼ, where j is the image's digit and p = softmax(z):
/// pⱼ = exp zⱼ / Σₖ exp zₖ
///
/// Taking the greatest zₖ off all of them changes no p, and no `exp` is infinite.
func crossEntropy(_ z: Tensor<Float>, _ y: Tensor<Float>) -> Tensor<Float> {
  let z = z - reduceMax(z, axis: 1, keepDimensions: true)
  return reduceMean(log(reduceSum(exp(z), axis: 1)) - reduceSum(y * z, axis: 1))
}

/// The document's network without ReLU on its last layer, and with this loss.
func crossEntropyNetwork(learningRate: Float) -> KerasStyle {
  let weights = initialWeights()
  var network = KerasStyle(weights, learningRate: learningRate)
  network.model = Sequential {
    Dense(w: weights[0], activation: .relu)
    Dense(w: weights[1], activation: .relu)
    Dense(w: weights[2])
  }
  network.loss = crossEntropy
  return network
}

extension Exercises {
  /// One epoch with no ReLU on the last layer, and cross-entropy for squares.
  func trainWithCrossEntropy(_ digits: Digits, _ log: Transcript) throws {
    let network = crossEntropyNetwork(learningRate: 0.5)
    let training = try ShortTraining(network, digits)
    log.print(ShortTraining.header)
    log.print(training.row("cross-entropy"))
    let image = Tensor<Float>(digits.testImages[0..<1]) / 255
    let p = softmax(network.out(image)[0])
    log.print("the first test image, a \(digits.testLabels[0].item), is")
    for (digit, p) in p.scalars.enumerated() where p >= 0.00005 {
      log.print("  a \(digit) with probability \(Double(p).fixed(4))")
    }
    log.value("cross-entropy-accuracy", training.test.accuracy)
  }
}
// snippet.end
