import ChapterKit
import Files
import Learning
import Safetensors
import Tensors

// snippet.saved-run
/// A training run in a file: the weights and biases `w1`, `b1` … `b3` and the `losses`
/// of the steps that were taken, all float32; as metadata the run's options, and the
/// number of images that it learns from.
///
/// The format is safetensors, which a package for Python reads into arrays of NumPy,
/// PyTorch, JAX and TensorFlow.
struct SavedRun {
  static let names = ["w1", "b1", "w2", "b2", "w3", "b3"]
  private static let imageCount = "training-images"

  private let path: String
  private let file: Safetensors

  /// Reads the file of a run, or one of weights and biases alone.
  init(contentsOf path: String) throws {
    self.init(try Safetensors(reading: path, limit: 1 << 30), path: path)
  }

  /// What is in a file, which errors call by its path.
  init(_ file: Safetensors, path: String) {
    (self.file, self.path) = (file, path)
  }

  /// Writes the file: the old one stays until the new one is whole and on disk.
  static func write(
    _ network: some Network, _ losses: [StepLoss], _ options: RunOptions, images: Int,
    to path: String
  ) throws {
    guard network.parameters.allSatisfy({ $0.value.isFinite }) else {
      throw NotFiniteError("a weight is no finite number", at: losses.last)
    }
    var file = Safetensors()
    file.metadata = options.named.compactMap { name, value in
      value.map { (name, $0) }
    }
    file.metadata.append((imageCount, "\(images)"))
    for (name, parameter) in zip(names, network.parameters) {
      file.add(name, parameter.value)
    }
    file.add("losses", Tensor(losses.map(\.loss)))
    try writeWhole(file.bytes, to: path, isDurable: true)
  }

  /// The network of these weights and biases, to be asked: the document's, or that of
  /// `MLP further`, which gives probabilities.
  var network: KerasStyle {
    get throws {
      let isFurther = metadata("network") == "further"
      let network =
        isFurther
        ? crossEntropyNetwork(learningRate: 0).asked : KerasStyle(initialWeights())
      try restore(network)
      return network
    }
  }

  /// Gives a network the weights and biases of the file.
  func restore(_ network: some Network) throws {
    for (name, parameter) in zip(Self.names, network.parameters) {
      parameter.assign(try finite(name, shape: parameter.shape))
    }
  }

  /// The losses of the steps that were taken, in a run on so many images, and no more
  /// than its epochs have.
  func losses(images: Int, stepsAnEpoch: Int, epochs: Int) throws -> [StepLoss] {
    // Another number of images would be another number of steps an epoch.
    if let saved = metadata(Self.imageCount), saved != "\(images)" {
      throw SavedRunError(
        path, expected: "a run on \(images) training images", found: "one on \(saved)")
    }
    let losses = try finite("losses")
    let limit = epochs * stepsAnEpoch
    guard losses.rank == 1, losses.count <= limit else {
      throw SavedRunError(
        path, expected: "a run of at most \(limit) steps",
        found: "losses of the shape \(losses.shape)")
    }
    return losses.scalars.enumerated().map { i, loss in
      StepLoss(epoch: i / stepsAnEpoch, step: i % stepsAnEpoch, loss: loss)
    }
  }

  /// The options of the run when it goes on: those that it was begun with, then those
  /// on the command line, which may change only some.
  func options(then arguments: [String]) throws -> RunOptions {
    let begun = try RunOptions.parse([]).named.compactMap { name, _ -> String? in
      switch (name, metadata(name)) {
      case (_, nil), ("every-step", "false"): nil
      case ("every-step", "true"): "--every-step"
      case (_, let value?): "--\(name)=\(value)"
      }
    }
    guard let options = try? MLP.parse(begun + arguments).options else {
      throw SavedRunError(
        path, expected: "the options of a run in its metadata",
        found: begun.joined(separator: " "))
    }
    for (name, value) in options.named where !RunOptions.changeable.contains(name) {
      guard let value, value != metadata(name) else { continue }
      throw SavedRunError(
        path, expected: "a run with --\(name) \(value)", found: metadata(name) ?? "none"
      )
    }
    return options
  }

  private func metadata(_ key: String) -> String? {
    file.metadata.first { $0.key == key }?.value
  }

  private func finite(_ name: String, shape: Shape? = nil) throws -> Tensor<Float> {
    let tensor = try file.tensor(name, shape: shape)
    guard tensor.isFinite else {
      throw SavedRunError(path, expected: "finite numbers", found: "others in \(name)")
    }
    return tensor
  }
}

/// What is wrong with the file of a run.
struct SavedRunError: Error, CustomStringConvertible {
  let description: String

  init(_ path: String, expected: String, found: String) {
    description = "\(path): expected \(expected), found \(found)".inOneLine
  }
}
// snippet.end
