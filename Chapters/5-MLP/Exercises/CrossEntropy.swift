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

/// The probabilities that ten outputs stand for.
func softmax(_ z: Tensor<Float>) -> Tensor<Float> {
  let powers = exp(z - reduceMax(z, axis: -1, keepDimensions: true))
  return powers / reduceSum(powers, axis: -1, keepDimensions: true)
}

extension Exercises {
  /// One epoch with no ReLU on the last layer, and cross-entropy for squares.
  func trainWithCrossEntropy(_ digits: Digits, _ log: Transcript) throws {
    var network = Variation(last: { Dense(w: $0) })
    network.loss = crossEntropy
    network.update = { SGD(learningRate: 0.5).apply($0, to: $1) }
    let trial = try Trial(network, digits)
    log.print(Trial.header)
    log.print(trial.row("cross-entropy"))
    let image = Tensor<Float>(digits.testImages[0..<1]) / 255
    let p = softmax(network.out(image)[0])
    log.print("the first test image, a \(digits.testLabels[0].item), is")
    for (digit, p) in p.scalars.enumerated() where p >= 0.00005 {
      log.print("  a \(digit) with probability \(Double(p).fixed(4))")
    }
    log.value("cross-entropy-accuracy", trial.test.accuracy)
  }
}
// snippet.end
