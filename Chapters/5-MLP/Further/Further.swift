import ArgumentParser
import ChapterKit
import Digits
import Files

// snippet.arguments
/// `swift run MLP further`: how far the same network goes with what the exercises teach.
struct Further: Chapter {
  static let folder = "5-MLP/further"
  static let configuration = CommandConfiguration(
    abstract: "Trains the network further.",
    discussion: """
      The same 784–512–256–10, with cross-entropy, momentum, images shuffled anew in each \
      epoch, a learning rate that falls, and digits that are moved a little each time. \
      Leaves the weights that MLP predict takes, rounded to bfloat16.
      """)

  @Option(in: 1...1_000_000, help: "Go through the training images so many times.")
  var epochs = 18

  @Option(above: 0, help: "The learning rate at the beginning.")
  var learningRate: Float = 0.1

  @Option(
    help: ArgumentHelp("Save the weights in this file, unrounded.", valueName: "file"),
    completion: .file(), transform: path)
  var save: String?

  @OptionGroup var output: OutputOptions
  // snippet.end

  // snippet.further
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    if let save { try requireWritable(save) }
    let digits = Digits.mnist()
    let network = try log.region("epochs") { try train(on: digits, log) }
    if let save {
      let file = Self.file(of: network, as: .float32)
      try writeWhole(file.bytes, to: save, isDurable: true)
    }
    let test = try log.region("test") { try tested(network, on: digits, log, folder) }
    try log.region("measures") { try leaveOutMeasures(digits, log) }
    folder.add("moves.png", movesFigure(digits.trainImages))
    folder.add("wrong.png", wrongFigure(test, images: digits.testImages))
  }

  /// Trains with all measures, and looks at the images held out after each epoch.
  func train(on digits: Digits, _ log: Transcript) throws -> KerasStyle {
    let training = FurtherTraining(epochs: epochs, learningRate: learningRate)
    log.print("epoch      loss  held out")
    return try training.run(on: digits) { epoch, losses, network in
      let loss = losses.reduce(0) { $0 + Double($1) } / Double(losses.count)
      let heldOut = try Self.heldOut(network, digits)
      log.print(
        "\(epoch)".padded(5) + loss.fixed(4).padded(10)
          + heldOut.accuracy.fixed(4).padded(10))
    }
  }

  /// What a network makes of the last 5,000 training images, from which it has not
  /// learned.
  static func heldOut(_ network: KerasStyle, _ digits: Digits) throws -> Evaluation {
    try Evaluation(
      network, images: digits.trainImages[55_000..<60_000],
      labels: digits.trainLabels[55_000..<60_000])
  }

  /// Rounds the weights as they are written, and tests the network that is left.
  func tested(
    _ network: KerasStyle, on digits: Digits, _ log: Transcript, _ folder: OutputFolder
  ) throws -> Evaluation {
    func evaluation() throws -> Evaluation {
      try Evaluation(network, images: digits.testImages, labels: digits.testLabels)
    }
    let unrounded = try evaluation()
    let file = Self.file(of: network, as: .bfloat16)
    try SavedRun(file, path: Self.weights).restore(network)
    let test = try evaluation()
    folder.add("weights.safetensors", bytes: file.bytes)

    let others = zip(test.answers, unrounded.answers).count { $0.reading != $1.reading }
    let document = try ShortTraining(KerasStyle(initialWeights()), digits, epochs: 10)
    log.print("accuracy on \(test.answers.count) test images: \(test.accuracy)")
    log.print("the document's network: \(document.test.accuracy)")
    log.print("read otherwise before the weights were rounded: \(others)")
    log.value("further-accuracy", test.accuracy)
    log.value("wrong", Double(test.answers.count { !$0.isRight }))
    log.value("read-otherwise", Double(others))
    return test
  }

  /// Short trainings on 10,000 images, without each of the measures, each at the rate of
  /// 1, 0.3, 0.1, 0.03 and 0.01 with which it reads most of the images held out.
  func leaveOutMeasures(_ digits: Digits, _ log: Transcript) throws {
    var table = Table(["": 20, "rate": 8, "held out": 11, "wrong": 8])
    for (without, rate): (Measure?, Float) in [
      (nil, 0.1), (.crossEntropy, 0.03), (.momentum, 0.3), (.shuffling, 0.1),
      (.fallingRate, 0.03), (.moving, 0.1),
    ] {
      let training = FurtherTraining(
        images: 10_000, epochs: 6, learningRate: rate, without: without)
      let network = try training.run(on: digits) { _, _, _ in }
      let heldOut = try Self.heldOut(network, digits)
      table.add(
        training.name, "\(rate)", heldOut.accuracy.fixed(4),
        "\(heldOut.answers.count { !$0.isRight })")
    }
    log.print("\(table)")
  }
  // snippet.end
}
