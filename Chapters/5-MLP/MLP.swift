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
      Exercises.self, Further.self, Gradients.self, Mistakes.self, Predict.self,
      SeedSearch.self, Timing.self,
    ])

  @OptionGroup var options: RunOptions

  @Option(
    help: ArgumentHelp(
      "Save the run in this file after every epoch and when it is interrupted.",
      discussion: """
        Without it, only a run that is interrupted is, in mlp.interrupted.safetensors.
        """,
      valueName: "file"),
    completion: .file(), transform: path)
  var save: String?

  @Option(
    help: ArgumentHelp(
      "Go on with the run that was saved in this file, with its options.",
      discussion: """
        Only --epochs, --every-step and --data may differ. Saves in the same file.
        """,
      valueName: "file"),
    completion: .file(), transform: path)
  var resume: String?

  @OptionGroup var output: OutputOptions

  /// Where the run is saved as it goes.
  var saveFile: String? { save ?? resume }
  // snippet.end

  // snippet.main
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    let saved = try resume.map { try SavedRun(contentsOf: $0) }
    let given = Array(CommandLine.arguments.dropFirst())
    let options = try saved?.options(then: given) ?? options

    let digits = try options.data.map { try Digits.load(folder: $0) } ?? .mnist()
    let network = options.network
    let losses = try trainAndPrint(
      network, on: digits, options, goingOnFrom: saved, log)
    let test = try Evaluation(
      network, images: digits.testImages, labels: digits.testLabels)

    log.region("test", isApart: false) {
      log.print(
        "accuracy on \(digits.testImages.shape[0]) test images: \(test.accuracy)")
      log.print("dead output units: \(test.deadUnits) of 10")
    }
    log.value("accuracy", test.accuracy)
    let (right, wrong) = (
      test.greatestOutputs(right: true), test.greatestOutputs(right: false)
    )
    log.value("least-shown-right", right.prefix(4).min() ?? .nan)
    log.value("greatest-shown-wrong", wrong.prefix(4).max() ?? .nan)
    log.value("mean-right", right.reduce(0, +) / Double(right.count))
    log.value("mean-wrong", wrong.reduce(0, +) / Double(wrong.count))
    log.value("first-loss", Double(losses.first!.loss))
    log.value("last-loss", Double(losses.last!.loss))
    addFigures(of: network, losses, test, digits, options, to: folder)
  }
  // snippet.end

  // snippet.print
  /// Trains, prints the first and the last three losses, and returns all of them.
  func trainAndPrint(
    _ network: any Network, on digits: Digits, _ options: RunOptions,
    goingOnFrom saved: SavedRun?, _ log: Transcript
  ) throws -> [StepLoss] {
    let trainDataset = batches(
      digits.trainImages, digits.trainLabels, size: options.batchSize)
    let images = digits.trainImages.shape[0]
    let total = options.epochs * trainDataset.count
    var losses: [StepLoss] = []
    func note(_ loss: StepLoss) {
      losses.append(loss)
      if options.everyStep || losses.count <= 3 { log.print("\(loss)") }
    }
    func save(in file: String) throws {
      try SavedRun.write(network, losses, options, images: images, to: file)
    }

    if let saved {
      try saved.restore(network)
      let before = try saved.losses(
        images: images, stepsAnEpoch: trainDataset.count, epochs: options.epochs)
      before.forEach(note)
    }
    // From here on there is something to lose.
    Signals.postpone()
    if let saveFile { try requireWritable(saveFile) }
    var bar = ProgressBar("training", total: total, done: losses.count)
    try train(
      network, on: trainDataset, epochs: options.epochs, after: losses.count
    ) { loss in
      note(loss)
      bar.update(losses.count)
      if loss.step == trainDataset.count - 1, let saveFile { try save(in: saveFile) }
      try endIfInterrupted(after: loss, saving: save)
    }
    if !options.everyStep {
      if total > 6 { log.print("【部分运行结果略】") }
      for loss in losses.dropFirst(3).suffix(3) { log.print("\(loss)") }
    }
    return losses
  }
  // snippet.end

  // snippet.figures
  /// Adds the pictures of the chapter, and the losses as a table.
  func addFigures(
    of network: any Network, _ losses: [StepLoss], _ test: Evaluation,
    _ digits: Digits, _ options: RunOptions, to folder: OutputFolder
  ) {
    let weights = network.parameters.map(\.value).filter { $0.rank == 2 }
    let name = options.style.rawValue
    folder.add("\(name)/loss.csv", losses.csv)
    folder.add("\(name)/loss.png", lossFigure(losses.map { Double($0.loss) }))
    folder.add(
      "input.png",
      inputFigure(digits.trainImages[0], label: Int(digits.trainLabels[0].item)))
    folder.add("relu.png", reluFigure())
    folder.add(
      "network.png", networkFigure(weights: weights, batchSize: options.batchSize))
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
        weights[0] - options.weights[0], importanceFrom: weights[1],
        title: "First-layer weights of 100 units: what training added"))
  }
  // snippet.end
}
