import ArgumentParser
import ChapterKit
import Learning
import Tensors

// snippet.arguments
/// The options that decide what a run computes and prints. A saved run keeps them.
struct RunOptions: ParsableArguments {
  @Option(help: "Write the network with layers (keras) or variables (tensorflow).")
  var style = Style.keras

  @Option(in: 1...most, help: "Go through the training images so many times.")
  var epochs = 10

  @Option(in: 1...most, help: "Learn from so many images a step.")
  var batchSize = 200

  @Option(above: 0, help: "The learning rate.")
  var learningRate: Float = 0.001

  @Option(in: 0...UInt32.max, help: "Draw the weights from this seed.")
  var seed = bestSeed

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
      "Take the digits from the four MNIST files in this folder.", valueName: "dir"),
    completion: .directory, transform: path)
  var data: String?

  /// The most epochs, and images in a batch: far more than anybody wants.
  private static let most = 1_000_000

  /// All of them, as a command line has them: the names without their dashes.
  var named: [(name: String, value: String?)] {
    [
      ("style", style.rawValue), ("epochs", "\(epochs)"),
      ("batch-size", "\(batchSize)"), ("learning-rate", "\(learningRate)"),
      ("seed", "\(seed)"), ("initializer", initializer.rawValue),
      ("reduction", reduction.rawValue), ("every-step", "\(everyStep)"),
      ("data", data),
    ]
  }

  /// Those that may change when a run goes on.
  static let changeable = ["epochs", "every-step", "data"]
}

extension Initializer: ExpressibleByArgument {}
extension Reduction: ExpressibleByArgument {}
// snippet.end

// snippet.style
/// The styles of a network on the command line and under Output/.
enum Style: String, CaseIterable, ExpressibleByArgument {
  case keras
  case tensorflow
}

extension RunOptions {
  /// The weights that the network begins with.
  var weights: [Tensor<Float>] { initialWeights(seed: seed, initializer) }

  /// The network as it begins.
  var network: any Network {
    switch style {
    case .keras:
      KerasStyle(weights, learningRate: learningRate, reduction: reduction)
    case .tensorflow:
      TensorFlowStyle(weights, learningRate: learningRate, reduction: reduction)
    }
  }
}
// snippet.end
