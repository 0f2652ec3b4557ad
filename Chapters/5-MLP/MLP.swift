import ArgumentParser
import ChapterKit
import Digits
import Files
import Learning
import Tensors

// snippet.arguments
@main
struct MLP: Chapter {
  static let folder = "5-MLP"
  static let configuration = CommandConfiguration(
    commandName: "MLP",
    abstract: "Learns to read handwritten digits.",
    discussion: """
      A network of three layers, 784 pixels to 512 to 256 to 10 outputs, trained on \
      60,000 images in batches of 200: with layers and an optimizer, or with variables \
      and a tape. Both do the same arithmetic and print the same losses.
      """,
    version: FirstSteps.version,
    subcommands: [
      Exercises.self, Gradients.self, Mistakes.self, Predict.self, Search.self,
    ])

  @Option(help: "Write the network with layers (keras) or variables (tensorflow).")
  var style = StyleName.keras

  @Option(help: "Go through the training images so many times.")
  var epochs = 10

  @Option(help: "Learn from so many images a step.")
  var batchSize = 200

  @Option(help: "The learning rate.")
  var learningRate: Float = 0.001

  @Option(help: "Draw the weights from this seed.")
  var seed = Search.bestSeed

  @Option(help: "Draw the weights Glorot-uniform or truncated-normal.")
  var initializer = Initializer.glorot

  @Option(
    help: """
      Sum the squared errors of an image's ten outputs, as the document's log does, or \
      take their mean, as its code does.
      """)
  var reduction = Reduction.sum

  @Flag(help: "Print the loss of every step, not of the first and last three only.")
  var everyStep = false

  @Option(
    help: ArgumentHelp(
      "Take the digits from the four MNIST files in this folder.", valueName: "dir"))
  var data: String?

  @Option(
    help: ArgumentHelp(
      "Save the run in this file after every epoch and when it is interrupted.",
      discussion: "Without it, only a run that is interrupted is, in \(rescue).",
      valueName: "file"))
  var save: String?

  @Option(
    help: ArgumentHelp(
      "Go on with the run that was saved in this file, with its options.",
      discussion: """
        Only --epochs, --every-step and --data may differ. Saves in the same file.
        """,
      valueName: "file"))
  var resume: String?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (1...Self.most).contains(epochs) else {
      throw ValidationError("--epochs must be from 1 to \(Self.most), not \(epochs)")
    }
    guard (1...Self.most).contains(batchSize) else {
      throw ValidationError(
        "--batch-size must be from 1 to \(Self.most), not \(batchSize)")
    }
    guard learningRate.isFinite, learningRate > 0 else {
      throw ValidationError("--learning-rate must be a positive number")
    }
  }

  /// The most epochs, and images in a batch: far more than anybody wants.
  private static let most = 1_000_000
  // snippet.end

  // snippet.main
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    let digits = try data.map { try Digits.load(folder: $0) } ?? .mnist()
    let network = style.make(settings)
    let trainDataset = batches(digits.trainImages, digits.trainLabels, size: batchSize)

    let losses = try trainAndPrint(network, on: trainDataset, log)

    let test = try Evaluation(
      network, images: digits.testImages, labels: digits.testLabels)
    log.region("test") {
      log.print(
        "accuracy on \(digits.testImages.shape[0]) test images: \(test.accuracy)")
      log.print("dead output units: \(test.deadUnits) of 10")
    }
    log.value("accuracy", test.accuracy)
    let (right, wrong) = (
      test.greatestOutputs(right: true), test.greatestOutputs(right: false)
    )
    log.value("least-shown-right", right.prefix(4).min()!)
    log.value("greatest-shown-wrong", wrong.prefix(4).max()!)
    log.value("mean-right", right.reduce(0, +) / Double(right.count))
    log.value("mean-wrong", wrong.reduce(0, +) / Double(wrong.count))
    log.value("first-loss", Double(losses.first!.loss))
    log.value("last-loss", Double(losses.last!.loss))

    let weights = network.weights
    let name = style.rawValue
    folder.add("\(name)/loss.csv", losses.csv)
    folder.add("\(name)/loss.png", lossFigure(losses.map { Double($0.loss) }))
    folder.add(
      "input.png",
      inputFigure(digits.trainImages[0], label: Int(digits.trainLabels[0].item)))
    folder.add("relu.png", reluFigure())
    folder.add("network.png", networkFigure(weights: weights, batchSize: batchSize))
    folder.add("predictions.png", predictionsFigure(test, images: digits.testImages))
    folder.add("confusion.png", confusionFigure(test))
    folder.add(
      "weights.png",
      weightsFigure(
        weights[0], importanceFrom: weights[1],
        title: "First-layer weights of 100 units"))
    folder.add(
      "learned.png",
      weightsFigure(
        weights[0] - settings.weights()[0], importanceFrom: weights[1],
        title: "First-layer weights of 100 units: what training added"))
  }
  // snippet.end

  // snippet.print
  /// Trains, prints the first and the last three losses, and returns all of them.
  func trainAndPrint(
    _ network: any Style, on trainDataset: Batches, _ log: Transcript
  ) throws -> [StepLoss] {
    let total = epochs * trainDataset.count
    let before = try takeUp(network, stepsAnEpoch: trainDataset.count)
    var bar = ProgressBar("training", total: total, done: before.count)
    var losses: [StepLoss] = []
    func note(_ loss: StepLoss) {
      losses.append(loss)
      if everyStep || losses.count <= 3 { log.print("\(loss)") }
    }
    before.forEach(note)
    try Interruption.deferred {
      // A place where nothing can be saved is noticed now, not an epoch later.
      if let file = save ?? resume { try requireWritable(file) }
      try train(network, on: trainDataset, epochs: epochs, after: before.count) {
        loss in
        note(loss)
        bar.update(losses.count)
        try keep(network, losses, stepsAnEpoch: trainDataset.count)
      }
    }
    if !everyStep {
      if total > 6 { log.print("【部分运行结果略】") }
      for loss in losses.dropFirst(3).suffix(3) { log.print("\(loss)") }
    }
    return losses
  }
  // snippet.end
}
