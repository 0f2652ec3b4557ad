import ChapterKit
import Digits
import Learning
import Tensors

// snippet.measures
/// What this training does otherwise than the document's.
enum Measure: String, CaseIterable {
  case crossEntropy = "cross-entropy"
  case momentum = "momentum"
  case shuffling = "shuffling"
  case fallingRate = "falling rate"
  case moving = "moved digits"
}
// snippet.end

// snippet.moved
/// Images as somebody else might have drawn them: each scaled by up to 15 % across and
/// down, turned and slanted as much, and moved by up to 2 pixels; pixels from 0 to 1.
func moved(_ images: Tensor<UInt8>, by random: RandomState) -> Tensor<Float> {
  let most: Tensor<Float> = [[0.15, 0.15, 2], [0.15, 0.15, 2]]
  let change = random.uniform(low: -1, high: 1, [images.shape[0], 2, 3])
  let maps = [[1, 0, 0], [0, 1, 0]] + most * Tensor<Float>(change)
  return affineMap(images, by: maps) / 255
}
// snippet.end

// snippet.training
/// A training with all measures or, to see what it brings, without one of them.
struct FurtherTraining {
  var images = 55_000
  var epochs = 18
  var learningRate: Float = 0.1
  var without: Measure?

  /// Trains on the first images, and reports the losses of each epoch.
  func run(
    on digits: Digits,
    report: (_ epoch: Int, _ losses: [Float], KerasStyle) throws -> Void
  ) throws -> KerasStyle {
    var network = crossEntropyNetwork(learningRate: learningRate)
    if without == .crossEntropy {
      network.loss = { out, y in meanSquaredError(out, y, reduction: .sum) }
    }
    let optimizer = Momentum(
      learningRate: learningRate, decay: without == .momentum ? 0 : 0.9)
    network.optimizer = optimizer.apply

    let random = RandomState(seed: bestSeed)
    let (images, labels) = (
      digits.trainImages[0..<images], digits.trainLabels[0..<images]
    )
    for epoch in 0..<epochs {
      var slices = Dataset.fromTensorSlices((images, labels))
      if without != .shuffling { slices = slices.shuffle(seed: UInt32(epoch)) }
      let trainDataset: Batches = slices.batch(100).map { x, y in
        let pixels = without == .moving ? Tensor(x) / 255 : moved(x, by: random)
        return (pixels, oneHot(y, depth: 10))
      }

      let total = epochs * trainDataset.count
      var losses: [Float] = []
      var bar = ProgressBar(name, total: total, done: epoch * trainDataset.count)
      try train(network, on: trainDataset, epochs: 1) { loss in
        losses.append(loss.loss)
        let done = epoch * trainDataset.count + losses.count
        bar.update(done)
        if without != .fallingRate {
          optimizer.learningRate = learningRate * (1 - Float(done) / Float(total))
        }
      }
      bar.erase()
      try report(epoch, losses, network)
    }
    return network
  }

  var name: String { without.map { "without \($0.rawValue)" } ?? "with all" }
}
// snippet.end
