import ArgumentParser
import ChapterKit
import Digits
import Learning
import Tensors

// snippet.arguments
/// `swift run FromTensorSlices mistakes`: what goes wrong, and how one notices.
struct Mistakes: Chapter {
  static let folder = "4-FromTensorSlices/mistakes"
  static let configuration = CommandConfiguration(
    abstract: "Shows what goes wrong, and how one notices.")

  @OptionGroup var output: OutputOptions
  // snippet.end

  // snippet.mistakes
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    let digits = Digits.mnist()
    log.region("bytes") { subtractBytes(log) }
    log.region("broadcast") { mixShapes(FromTensorSlices.labels, log) }
    log.region("rule") { addShapes(log) }
    log.region("apart") { shuffleApart(digits.trainLabels, log) }
  }
  // snippet.end

  // snippet.bytes
  /// A pale pixel less one a little darker, as bytes and as numbers.
  func subtractBytes(_ log: Transcript) {
    let (a, b): (Tensor<UInt8>, Tensor<UInt8>) = ([5], [7])
    log.print("bytes:   5 - 7 = \(a - b)")
    log.print("float32: 5 - 7 = \(Tensor<Float>(a) - Tensor<Float>(b))")
  }
  // snippet.end

  // snippet.broadcast
  /// Perfect predictions of shape (6,) against labels of shape (6, 1).
  func mixShapes(_ labels: Tensor<Double>, _ log: Transcript) {
    let predictions = reshape(labels, [6])
    let errors = predictions - labels
    log.print("\(predictions.shape) - \(labels.shape) has the shape \(errors.shape)")
    log.print("mean squared error: \(reduceMean(square(errors)).item.fixed(4))")
  }
  // snippet.end

  // snippet.rule
  /// Shapes that differ and fit, and what becomes of them.
  func addShapes(_ log: Transcript) {
    let pairs: [(Shape, Shape)] = [
      ([200, 10], [10]), ([6, 1], [6]), ([4, 1], [3]), ([2, 1, 3], [5, 1]),
    ]
    for (a, b) in pairs {
      let (x, y): (Tensor<Float>, Tensor<Float>) = (zeros(a), zeros(b))
      log.print("\(a) + \(b) has the shape \((x + y).shape)")
    }
  }
  // snippet.end

  // snippet.apart
  /// Images and labels shuffled apart: for how many images the label still fits.
  func shuffleApart(_ labels: Tensor<UInt8>, _ log: Transcript) {
    let ofImages = Dataset.fromTensorSlices(labels).shuffle(seed: 1)
    let given = Dataset.fromTensorSlices(labels).shuffle(seed: 2)
    let fitting = zip(ofImages, given).count { $0 == $1 }
    log.print("labels that still fit: \(fitting) of \(labels.count)")
  }
  // snippet.end
}
