import ArgumentParser
import ChapterKit
import Digits
import Learning
import Tensors

// snippet.arguments
/// `swift run MLP mistakes`: what goes wrong, and how one notices.
struct Mistakes: Chapter {
  static let folder = "5-MLP/mistakes"
  static let configuration = CommandConfiguration(
    abstract: "Shows what goes wrong, and how one notices.")

  @OptionGroup var output: OutputOptions
  // snippet.end

  // snippet.mistakes
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    let digits = Digits.mnist()
    try log.region("mean") { try takeTheMean(digits, log) }
    try log.region("raw") { try keepRawPixels(digits, log) }
    try log.region("labels") { try leaveOutOneHot(digits, log) }
    try log.region("rates") { try stepTooFar(digits, log) }
    try log.region("dead") { try beginWithADeadOutput(digits, log) }
    try log.region("truncated") { try beginTooLarge(digits, log) }
  }
  // snippet.end

  // snippet.mean
  /// The document's `reduce_mean`, beside the sum over the outputs.
  func takeTheMean(_ digits: Digits, _ log: Transcript) throws {
    let mean = try ShortTraining(
      KerasStyle(initialWeights(), reduction: .mean), digits, epochs: 10)
    let sum = try ShortTraining(
      KerasStyle(initialWeights(), reduction: .sum), digits, epochs: 1)
    log.print(ShortTraining.header)
    log.print(mean.row("mean, 10 epochs"))
    log.print(sum.row("sum, 1 epoch"))
    log.value("mean-first", mean.first)
    log.value("mean-last", mean.last)
  }
  // snippet.end

  // snippet.raw
  /// Pixels from 0 to 255: the images as the document's first listing slices them.
  func keepRawPixels(_ digits: Digits, _ log: Transcript) throws {
    let raw: Batches = Dataset.fromTensorSlices(
      (digits.trainImages, digits.trainLabels)
    )
    .batch(200).map { x, y in (Tensor<Float>(x), oneHot(y, depth: 10)) }
    let network = KerasStyle(initialWeights(), reduction: .mean)
    let training = try ShortTraining(network, digits, on: raw.take(3))
    for loss in training.losses { log.print("\(loss)") }
    log.print("dead output units: \(training.test.deadUnits) of 10")
    log.value("raw-first", training.first)
  }
  // snippet.end

  // snippet.labels
  /// The digits themselves as targets: `[200, 10]` minus `[200, 1]` fits, and is wrong.
  func leaveOutOneHot(_ digits: Digits, _ log: Transcript) throws {
    let labelled: Batches = Dataset.fromTensorSlices(
      (digits.trainImages, digits.trainLabels)
    ).batch(200).map { x, y in
      (Tensor<Float>(x) / 255, reshape(Tensor<Float>(y), [-1, 1]))
    }
    let training = try ShortTraining(
      TensorFlowStyle(initialWeights()), digits, on: labelled)
    log.print(ShortTraining.header)
    log.print(training.row("without one-hot"))
    for answer in training.test.answers.prefix(3) {
      let outputs = answer.outputs.map { $0.fixed(1).padded(5) }.joined()
      log.print("a \(answer.label) gives\(outputs)")
    }
    log.value("labels-accuracy", training.test.accuracy)
  }
  // snippet.end

  // snippet.rates
  /// One epoch with rates that are larger and larger.
  func stepTooFar(_ digits: Digits, _ log: Transcript) throws {
    log.print(ShortTraining.header)
    for learningRate: Float in [0.01, 0.05, 0.1, 0.5] {
      let training = try ShortTraining(
        KerasStyle(initialWeights(), learningRate: learningRate), digits)
      log.print(training.row("rate \(learningRate)"))
      if learningRate == 0.05 {
        log.value("rate-0.05-accuracy", training.test.accuracy)
      }
    }
  }
  // snippet.end

  // snippet.dead
  /// A seed whose network begins with a dead output, after an epoch.
  func beginWithADeadOutput(_ digits: Digits, _ log: Transcript) throws {
    let dead = deadOutputs(digits, seeds: 0..<200)
    log.print("dead before the first step, among the seeds 0 … 199:")
    for (seed, output) in dead { log.print("  seed \(seed), output \(output)") }

    let (seed, output) = dead[0]
    let training = try ShortTraining(KerasStyle(initialWeights(seed: seed)), digits)
    let answers = training.test.answers.filter { $0.label == output }
    let share = reduceMean(Tensor<Double>(digits.trainLabels .== UInt8(output))).item
    log.print(ShortTraining.header)
    log.print(training.row("seed \(seed)"))
    log.print(
      "images of a \(output) read right: \(answers.count(where: \.isRight)) "
        + "of \(answers.count)")
    log.print("images of a \(output) among those trained on: \(share.fixed(4))")
    log.value("dead-seeds", Double(dead.count))
    log.value("dead-share", share)
  }

  /// The outputs that are 0 for every training image before any training.
  func deadOutputs(
    _ digits: Digits, seeds: Range<UInt32>
  ) -> [(seed: UInt32, output: Int)] {
    let trainDataset = batches(digits.trainImages, digits.trainLabels, size: 200)
    var bar = ProgressBar("seeds", total: seeds.count)
    return seeds.flatMap { seed in
      bar.update(Int(seed))
      let network = KerasStyle(initialWeights(seed: seed))
      var silent = Array(0..<10)
      for (x, _) in trainDataset {
        let greatest = reduceMax(network.out(x), axis: 0).scalars
        silent.removeAll { greatest[$0] > 0 }
        if silent.isEmpty { break }
      }
      return silent.map { (seed, $0) }
    }
  }
  // snippet.end

  // snippet.truncated
  /// The weights of the document's second version.
  func beginTooLarge(_ digits: Digits, _ log: Transcript) throws {
    let network = TensorFlowStyle(initialWeights(.truncatedNormal))
    let training = try ShortTraining(network, digits, epochs: 10)
    log.print(ShortTraining.header)
    log.print(training.row("truncated normal"))
    log.value("truncated-first", training.first)
    log.value("truncated-last", training.last)
  }
  // snippet.end
}
