import ArgumentParser
import ChapterKit
import Digits
import Learning
import Plotting
import Tensors

// snippet.arguments
/// `swift run FromTensorSlices exercises`: the solutions of the chapter's exercises.
struct Exercises: Chapter {
  static let folder = "4-FromTensorSlices/exercises"
  static let configuration = CommandConfiguration(
    abstract: "Runs the solutions of the exercises.")

  @OptionGroup var output: OutputOptions
  // snippet.end

  // snippet.exercises
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    let digits = Digits.mnist()
    let (features, labels) = (FromTensorSlices.features, FromTensorSlices.labels)
    log.region("batches") { batchTheExample(features, labels, log) }
    log.region("columns") { sliceColumns(features, log) }
    log.region("ink") { countInk(digits.trainImages, log) }
    log.region("own") { sliceByHand(features, labels, log) }
    log.region("means") { readByMeans(digits, log, into: folder) }
  }
  // snippet.end

  // snippet.batches
  /// The six pairs in groups of four.
  func batchTheExample(
    _ features: Tensor<Double>, _ labels: Tensor<Double>, _ log: Transcript
  ) {
    for (x, y) in Dataset.fromTensorSlices((features, labels)).batch(4) {
      log.print("\(x.shape) \(y.shape)")
    }
  }
  // snippet.end

  // snippet.columns
  /// The columns of the features: the rows of their transpose.
  func sliceColumns(_ features: Tensor<Double>, _ log: Transcript) {
    for column in Dataset.fromTensorSlices(transpose(features)) {
      log.print("\(column)")
    }
  }
  // snippet.end

  // snippet.ink
  /// How much of the images is white, in all and at its most and least.
  func countInk(_ images: Tensor<UInt8>, _ log: Transcript) {
    let white = Dataset.fromTensorSlices(images).map { image in
      image.scalars.count { $0 == 0 }
    }
    let total = white.reduce(0, +)
    let share = Double(total) / Double(images.count)
    log.print("white pixels: \(total) of \(images.count), or \(share.fixed(4))")
    log.print("in the image with most ink: \(white.min()!) of 784")
    log.print("in the image with least: \(white.max()!) of 784")
    log.value("white", share)
  }
  // snippet.end

  // snippet.own
  /// Pairs of slices along the first axes of two tensors.
  struct Slices: Sequence, IteratorProtocol {
    let features: Tensor<Double>
    let labels: Tensor<Double>
    private var index = 0

    init(_ features: Tensor<Double>, _ labels: Tensor<Double>) {
      guard features.shape[0] == labels.shape[0] else {
        fatalError("Slices: the first axes differ")
      }
      self.features = features
      self.labels = labels
    }

    mutating func next() -> (Tensor<Double>, Tensor<Double>)? {
      guard index < features.shape[0] else { return nil }
      defer { index += 1 }
      return (features[index], labels[index])
    }
  }

  /// The six pairs of the example, cut by these slices.
  func sliceByHand(
    _ features: Tensor<Double>, _ labels: Tensor<Double>, _ log: Transcript
  ) {
    for (x, y) in Slices(features, labels) { log.print("\(x) \(y)") }
    let theirs = Dataset.fromTensorSlices((features, labels))
    let isSame = zip(Slices(features, labels), theirs).allSatisfy { $0 == $1 }
    log.print("the same as fromTensorSlices: \(isSame)")
  }
  // snippet.end

  // snippet.means
  /// Reads the test images by the mean image that they lie nearest to.
  ///
  /// |x − m|² = |x|² − 2 x·m + |m|²: the nearest mean is the one with the greatest
  /// x·m − |m|² / 2, and the products of all images with all means are one `matmul`.
  func readByMeans(_ digits: Digits, _ log: Transcript, into folder: OutputFolder) {
    let means = meanImages(digits.trainImages, digits.trainLabels)
    let x = Tensor<Float>(reshape(digits.testImages, [-1, 784])) / 255
    let nearness =
      matmul(x, means, transposeB: true) - reduceSum(square(means), axis: 1) / 2
    let isRight = argmax(nearness, axis: 1) .== Tensor<Int32>(digits.testLabels)
    let accuracy = reduceMean(Tensor<Double>(isRight)).item
    log.print("read right by the nearest mean: \(accuracy.fixed(4))")
    log.value("means-accuracy", accuracy)
    folder.add(
      "means.png",
      Figure(
        images: Dataset.fromTensorSlices(means).map {
          Image(width: 28, height: 28, values: $0.scalars.map { -Double($0) })
        },
        columns: 5))
  }

  /// The mean image of each digit: `[10, 784]`. With one row of `y` for each image,
  /// yᵀ · x adds the images of each digit up.
  func meanImages(_ images: Tensor<UInt8>, _ labels: Tensor<UInt8>) -> Tensor<Float> {
    let x = Tensor<Float>(reshape(images, [-1, 784])) / 255
    let y: Tensor<Float> = oneHot(labels, depth: 10)
    let counts = reshape(reduceSum(y, axis: 0), [10, 1])
    return matmul(y, x, transposeA: true) / counts
  }
  // snippet.end
}
