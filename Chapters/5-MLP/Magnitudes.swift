import ChapterKit
import Tensors

// snippet.magnitudes
extension Gradients {
  /// The mean squares of what goes through the network before any training, over all
  /// training images, and how many of the sums are exactly 0, where ReLU has its bend.
  func measure(_ trainDataset: Batches, _ log: Transcript) {
    log.print("mean square of               x       h1       h2      out")
    for initializer in Initializer.allCases {
      let network = TensorFlowStyle(initialWeights(initializer))
      let layers = [
        (network.w1, network.b1), (network.w2, network.b2), (network.w3, network.b3),
      ]
      var (squares, zeros) = ([0.0, 0, 0, 0], 0)
      for (images, _) in trainDataset {
        var h = reshape(images, [-1, 28 * 28])
        squares[0] += Double(reduceMean(square(h)).item)
        for (i, (w, b)) in layers.enumerated() {
          let z = matmul(h, w.value) + b.value
          zeros += z.scalars.count { $0 == 0 }
          h = relu(z)
          squares[i + 1] += Double(reduceMean(square(h)).item)
        }
      }
      let means = squares.map { $0 / Double(trainDataset.count) }
      log.print(
        (initializer.rawValue + ":").padded(20)
          + means.map { $0.fixed(4).padded(9) }.joined())
      if initializer == .glorot {
        for (name, mean) in zip(["x", "h1", "h2", "out"], means) {
          log.value("mean-square-\(name)", mean)
        }
        log.value("exact-zeros", Double(zeros))
      }
    }
  }
}
// snippet.end
