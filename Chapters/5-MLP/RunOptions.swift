import ArgumentParser
import ChapterKit
import Learning
import Tensors

// snippet.arguments
/// The options that decide what a run computes and prints. A saved run keeps them.
struct RunOptions: ParsableArguments {
  @Option(help: "Write the network with layers (keras) or variables (tensorflow).")
  var style = Style.keras

  @Option(help: "Go through the training images so many times (at most \(Self.most)).")
  var epochs = 10

  @Option(help: "Learn from so many images a step (at most \(Self.most)).")
  var batchSize = 200

  @Option(help: "The learning rate.")
  var learningRate: Float = 0.001

  @Option(help: "Draw the weights from this seed, from 0 to \(UInt32.max).")
  var seed = Int(bestSeed)

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
    completion: .directory)
  var data: String?

  /// The most epochs, and images in a batch: far more than anybody wants.
  private static let most = 1_000_000

  func validate() throws {
    guard (1...Self.most).contains(epochs) else {
      throw ValidationError("--epochs must be from 1 to \(Self.most), not \(epochs)")
    }
    guard (1...Self.most).contains(batchSize) else {
      throw ValidationError(
        "--batch-size must be from 1 to \(Self.most), not \(batchSize)")
    }
    guard learningRate.isFinite, learningRate > 0 else {
      throw ValidationError(
        "--learning-rate must be a positive number, not \(learningRate)")
    }
    guard UInt32(exactly: seed) != nil else {
      throw ValidationError("--seed must be from 0 to \(UInt32.max), not \(seed)")
    }
    try requireName("--data", data)
  }

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

/// Refuses an empty name, such as an unset variable of the shell leaves.
func requireName(_ option: String, _ name: String?) throws {
  if name == "" { throw ValidationError("\(option) must be a name, not empty") }
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
  var weights: [Tensor<Float>] { initialWeights(seed: UInt32(seed), initializer) }

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
