import ChapterKit
import Digits

// snippet.batch-size
extension Exercises {
  /// One epoch with batches of three sizes.
  func changeTheBatchSize(_ digits: Digits, _ log: Transcript) throws {
    log.print(ShortTraining.header)
    for size in [50, 200, 1000] {
      let trainDataset = batches(digits.trainImages, digits.trainLabels, size: size)
      let training = try ShortTraining(
        KerasStyle(initialWeights()), digits, on: trainDataset)
      log.print(training.row("\(training.losses.count) steps of \(size)"))
    }
  }
}
// snippet.end
