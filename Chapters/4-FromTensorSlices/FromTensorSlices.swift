import ArgumentParser
import ChapterKit
import Digits
import Learning
import Plotting
import Tensors

// snippet.arguments
@main
struct FromTensorSlices: Chapter {
  static let folder = "4-FromTensorSlices"
  static let configuration = CommandConfiguration(
    commandName: "FromTensorSlices",
    abstract: "Cuts tensors into slices along their first axis.",
    discussion: """
      First the 60,000 training images of MNIST with their labels, then the document's \
      small example of six features and labels.
      """,
    version: FirstSteps.version,
    subcommands: [Exercises.self, Mistakes.self])

  @Option(in: 1...Int.max, help: "Show so many of the digits.")
  var limit = 3

  @Flag(help: "Show all digits.")
  var all = false

  @Option(
    help: ArgumentHelp(
      "Take the digits from the four MNIST files in this folder.", valueName: "dir"),
    completion: .directory, transform: path)
  var data: String?

  @OptionGroup var output: OutputOptions
  // snippet.end

  // snippet.chapter
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    let digits = try data.map { try Digits.load(folder: $0) } ?? .mnist()
    let (xTrain, yTrain) = (digits.trainImages, digits.trainLabels)
    sliceDigits(xTrain, yTrain, log)
    sliceExample(Self.features, Self.labels, log)

    for step in 0..<min(3, xTrain.shape[0]) {
      folder.add("digit-\(step).png", Image(digit: xTrain[step]))
    }
    folder.add("digits.png", digitsFigure(xTrain, yTrain, count: 3, columns: 3))
    folder.add("hundred.png", digitsFigure(xTrain, yTrain, count: 100, columns: 10))
    folder.add("slices.png", slicesFigure(Self.features, Self.labels))
  }
  // snippet.end

  // snippet.digits
  /// The digits, image by image, each with its label.
  func sliceDigits(
    _ xTrain: Tensor<UInt8>, _ yTrain: Tensor<UInt8>, _ log: Transcript
  ) {
    let db = Dataset.fromTensorSlices((xTrain, yTrain))
    let shown = all ? db.count : min(limit, db.count)
    log.region("digits") {
      for (step, (x, y)) in db.take(shown).enumerated() {
        log.print("\(step)")
        log.print("\(x.shape)")
        log.print(y.tensorFlowDescription)
        log.print("\(y.shape)")
        log.print("\n")
      }
      if shown < db.count { log.print("【部分运行结果略】") }
    }
  }
  // snippet.end

  // snippet.numbers
  /// Six rows of features: the document's numbers, which were drawn without a seed.
  static let features: Tensor<Double> = [
    [0.45108748, 0.23347295, 0.38551173],
    [0.19734783, 0.43067265, 0.25006582],
    [0.7943179, 0.25185879, 0.95525868],
    [0.51064133, 0.02124388, 0.25417909],
    [0.90138399, 0.94569396, 0.00832238],
    [0.55127232, 0.15551541, 0.18047405],
  ]

  /// Six labels, one for each row.
  static let labels: Tensor<Double> = [
    [0.10617923], [0.51067773], [0.58266726], [0.24896404], [0.64681774],
    [0.59264838],
  ]
  // snippet.end

  // snippet.example
  /// The document's example: features and labels, cut together.
  func sliceExample(
    _ features: Tensor<Double>, _ labels: Tensor<Double>, _ log: Transcript
  ) {
    log.region("example", isApart: false) {
      log.print("(\(features.numpyRepr), \(labels.numpyRepr))")
    }

    let data = Dataset.fromTensorSlices((features, labels))
    log.region("slices", isApart: false) {
      for (step, (x, y)) in data.enumerated() {
        log.print("(\(step), (\(x.tensorFlowRepr), \(y.tensorFlowRepr)))")
      }
    }
  }
  // snippet.end
}
