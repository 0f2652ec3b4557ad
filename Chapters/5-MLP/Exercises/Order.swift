import ChapterKit
import Digits
import Learning
import Tensors

// snippet.order
extension Exercises {
  /// Whether two runs rise and fall together: two seeds, then two orders of the images.
  func shuffleTheBatches(_ digits: Digits, _ log: Transcript) throws {
    func losses(seed: UInt32, on trainDataset: Batches) throws -> [Float] {
      let network = KerasStyle(initialWeights(seed: seed), learningRate: 0.01)
      let training = try ShortTraining(network, digits, on: trainDataset)
      return training.losses.suffix(101).map(\.loss)
    }
    let inFileOrder = batches(digits.trainImages, digits.trainLabels, size: 200)
    let one = try losses(seed: bestSeed, on: inFileOrder)
    let other = try losses(seed: 0, on: inFileOrder)
    let mixed = try losses(seed: bestSeed, on: shuffled(digits, seed: 1))
    log.print("of the last 100 steps, so many go the same way, up or down,")
    log.print("  in file order from two seeds: \(stepsTogether(one, other))")
    log.print("  in file order and shuffled: \(stepsTogether(one, mixed))")
  }

  /// How many steps of two runs go both up or both down.
  private func stepsTogether(_ a: [Float], _ b: [Float]) -> Int {
    a.indices.dropFirst().count { (a[$0] > a[$0 - 1]) == (b[$0] > b[$0 - 1]) }
  }

  /// Batches of 200 images in an order drawn from the seed.
  func shuffled(_ digits: Digits, seed: UInt32) -> Batches {
    Dataset.fromTensorSlices((digits.trainImages, digits.trainLabels))
      .shuffle(seed: seed).batch(200).map { x, y in
        (Tensor<Float>(x) / 255, oneHot(y, depth: 10))
      }
  }
}
// snippet.end
