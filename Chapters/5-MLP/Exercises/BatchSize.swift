import ChapterKit
import Digits

// snippet.batch-size
extension Exercises {
  /// One epoch with batches of three sizes.
  func changeTheBatchSize(_ digits: Digits, _ log: Transcript) throws {
    log.print(Trial.header)
    for size in [50, 200, 1000] {
      let trainDataset = batches(digits.trainImages, digits.trainLabels, size: size)
      let trial = try Trial(Variation(), digits, on: trainDataset)
      log.print(trial.row("\(trial.losses.count) steps of \(size)"))
    }
  }
}
// snippet.end
