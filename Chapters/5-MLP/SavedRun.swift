import ChapterKit
import Files
import Learning
import Safetensors
import Tensors

// snippet.saved-run
/// A training run in a file: the weights and biases `w1`, `b1` … `b3` and the `losses`
/// of the steps that were taken, all float32, and the run's options as metadata.
///
/// The format is safetensors, which a package for Python reads into arrays of NumPy,
/// PyTorch, JAX and TensorFlow.
struct SavedRun {
  static let names = ["w1", "b1", "w2", "b2", "w3", "b3"]

  let path: String
  let file: Safetensors

  /// Reads the file of a run, or one of weights and biases alone.
  init(contentsOf path: String) throws {
    self.path = path
    file = try Safetensors(reading: path, limit: 1 << 30)
  }

  /// Writes the file: the old one stays until the new one is whole and on disk.
  static func write(
    _ network: any Style, _ losses: [StepLoss],
    options: [(key: String, value: String)], to path: String
  ) throws {
    var file = Safetensors()
    file.metadata = options
    for (name, parameter) in zip(names, network.parameters) {
      file.add(name, parameter.value)
    }
    file.add("losses", Tensor(losses.map(\.loss)))
    try writeWhole(file.bytes, to: path, isDurable: true)
  }

  /// Gives a network the weights and biases of the file.
  func restore(_ network: any Style) throws {
    for (name, parameter) in zip(Self.names, network.parameters) {
      parameter.assign(try finite(name, shape: parameter.shape))
    }
  }

  /// The losses of the steps that were taken, at most `limit`.
  func losses(stepsAnEpoch: Int, limit: Int) throws -> [StepLoss] {
    let losses = try finite("losses")
    guard losses.rank == 1, losses.count <= limit else {
      throw SavedRunError(
        path, expected: "a run of at most \(limit) steps",
        found: "losses of the shape \(losses.shape)")
    }
    return losses.scalars.enumerated().map { i, loss in
      StepLoss(epoch: i / stepsAnEpoch, step: i % stepsAnEpoch, loss: loss)
    }
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

// snippet.resume
extension MLP {
  /// Puts the network where the run to be resumed had left it, and returns the losses
  /// up to there: none for a new run.
  func takeUp(_ network: any Style, stepsAnEpoch: Int) throws -> [StepLoss] {
    guard let resume else { return [] }
    let saved = try SavedRun(contentsOf: resume)
    try saved.requireOptions(of: self)
    try saved.restore(network)
    return try saved.losses(
      stepsAnEpoch: stepsAnEpoch, limit: epochs * stepsAnEpoch)
  }

  /// Saves the run after an epoch, and after any step when the user ends it.
  func keep(_ network: any Style, _ losses: [StepLoss], stepsAnEpoch: Int) throws {
    let signal = Interruption.signal
    guard signal != nil || losses.count % stepsAnEpoch == 0 else { return }
    let last = losses.last!
    guard network.parameters.allSatisfy(\.value.isFinite) else {
      throw LossError(at: last, "a weight is no finite number")
    }
    guard let file = save ?? resume ?? (signal == nil ? nil : Self.rescue) else {
      return
    }
    try SavedRun.write(network, losses, options: options, to: file)
    if let signal {
      throw Interruption(
        signal,
        "interrupted after epoch \(last.epoch), step \(last.step); "
          + "go on with: swift run MLP --resume \(file.shellWord)\(output.arguments)")
    }
  }
}
// snippet.end
