import ChapterKit
import Tensors

// snippet.price
extension Gradients {
  /// The multiplications in the products of a step. Each layer multiplies every weight
  /// once for every image on the way forwards, and once more for the weight's gradient.
  /// All but the first do so a third time, to hand the derivatives on.
  func countMultiplications(
    _ network: TensorFlowStyle, images: Int, _ log: Transcript
  ) {
    let weights = [network.w1, network.w2, network.w3].map(\.shape.count)
    let all = weights.reduce(0, +)
    let forwards = images * all
    let backwards = images * (all + all - weights[0])
    log.print("weights: \(all)")
    log.print("multiplications of a step, forwards:  \(forwards)")
    log.print("multiplications of a step, backwards: \(backwards)")
    log.value("million-multiplications", Double(forwards + backwards) / 1e6)
  }
}
// snippet.end
