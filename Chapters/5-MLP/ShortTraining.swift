import ChapterKit
import Digits

// snippet.short-training
/// A short training, as the mistakes and the exercises need it.
struct ShortTraining {
  let losses: [StepLoss]
  let test: Evaluation

  /// Trains on the document's batches unless others are given.
  init(
    _ network: some Network, _ digits: Digits, on trainDataset: Batches? = nil,
    epochs: Int = 1
  ) throws {
    let trainDataset =
      trainDataset ?? batches(digits.trainImages, digits.trainLabels, size: 200)
    var bar = ProgressBar("training", total: epochs * trainDataset.count)
    var losses: [StepLoss] = []
    try train(network, on: trainDataset, epochs: epochs) { loss in
      losses.append(loss)
      bar.update(losses.count)
    }
    self.losses = losses
    test = try Evaluation(
      network, images: digits.testImages, labels: digits.testLabels)
  }

  /// The loss of the first step and of the last.
  var first: Double { Double(losses.first!.loss) }
  var last: Double { Double(losses.last!.loss) }

  /// A row of a table, and what stands over its columns.
  func row(_ name: String) -> String {
    (name + ":").padded(20)
      + [first, last, test.accuracy].map { $0.fixed(4).padded(12) }.joined()
      + "\(test.deadUnits)".padded(6)
  }
  static let header =
    "".padded(20) + "first loss".padded(12) + "last loss".padded(12)
    + "accuracy".padded(12) + "dead".padded(6)
}
// snippet.end
