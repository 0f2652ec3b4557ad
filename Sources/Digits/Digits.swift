import CMNIST
import Files
import Tensors

/// Images of handwritten digits and what they show, to learn from and to test with.
///
///     let digits = Digits.mnist()
///     print(digits.trainImages.shape)  // (60000, 28, 28)
///     print(digits.trainLabels.shape)  // (60000,)
///
/// Images have the shape `[count, 28, 28]`, one byte a pixel from 0, the ground, to 255,
/// the ink; labels have the shape `[count]` and are from 0 to 9.
public struct Digits: Sendable {
  /// The images to learn from.
  public let trainImages: Tensor<UInt8>
  /// The digits that they show.
  public let trainLabels: Tensor<UInt8>
  /// Images that were kept apart, to see what has been learned.
  public let testImages: Tensor<UInt8>
  /// The digits that they show.
  public let testLabels: Tensor<UInt8>

  /// MNIST: 60,000 digits to learn from and 10,000 to test with, of Y. LeCun, C. Cortes
  /// and C. J. C. Burges. They are a part of the program.
  public static func mnist() -> Digits {
    func file(_ name: String, _ file: mnist_file) -> DigitsFile {
      (
        "MNIST's \(name)",
        Array(UnsafeBufferPointer(start: file.bytes, count: file.size))
      )
    }
    do {
      return try Digits(
        train: Pair(
          images: file("train images", mnist_train_images()),
          labels: file("train labels", mnist_train_labels())),
        test: Pair(
          images: file("test images", mnist_test_images()),
          labels: file("test labels", mnist_test_labels())))
    } catch {
      fatalError("\(error)")
    }
  }

  /// Digits of a folder that holds files of MNIST's names and form, each of them as it
  /// is or gzipped, with `.gz` behind its name: `train-images-idx3-ubyte`,
  /// `train-labels-idx1-ubyte`, `t10k-images-idx3-ubyte`, `t10k-labels-idx1-ubyte`.
  ///
  ///     try Digits.load(folder: "fashion-mnist").testImages.shape  // (10000, 28, 28)
  ///
  /// The names may have a dot, as in `train-images.idx3-ubyte`, and the files may lie in
  /// `MNIST/raw`, `FashionMNIST/raw` or `KMNIST/raw` within the folder, as torchvision
  /// puts them; of several data sets the first in this order is read.
  ///
  /// - Throws: a `FileError` if a file is missing or broken, if the images are not of
  ///   28 × 28 bytes, if there are none or not as many as labels, or if a label
  ///   exceeds 9.
  public static func load(folder: String) throws(FileError) -> Digits {
    let folder = try DigitsFolder(folder)
    return try Digits(
      train: Pair(
        images: folder.file("train-images-idx3"),
        labels: folder.file("train-labels-idx1")),
      test: Pair(
        images: folder.file("t10k-images-idx3"),
        labels: folder.file("t10k-labels-idx1")))
  }

  private init(train: Pair, test: Pair) {
    trainImages = train.images
    trainLabels = train.labels
    testImages = test.images
    testLabels = test.labels
  }
}

/// Images and their labels, which belong together.
private struct Pair {
  let images: Tensor<UInt8>
  let labels: Tensor<UInt8>

  init(images imageFile: DigitsFile, labels labelFile: DigitsFile) throws(FileError) {
    images = try Tensor(idx: imageFile.bytes, name: imageFile.name) {
      shape throws(FileError) in
      guard shape[0] > 0, shape == [shape[0], 28, 28] else {
        throw FileError(
          imageFile.name, expected: "images of the shape (count, 28, 28)",
          found: "the shape \("\(shape)".shortened)")
      }
    }
    let count = images.shape[0]
    labels = try Tensor(idx: labelFile.bytes, name: labelFile.name) {
      shape throws(FileError) in
      guard shape == [count] else {
        throw FileError(
          labelFile.name, expected: "a label for each of \(count) images",
          found: "the shape \("\(shape)".shortened)")
      }
    }
    if let position = labels.scalars.firstIndex(where: { $0 > 9 }) {
      throw FileError(
        labelFile.name, expected: "labels from 0 to 9",
        found: "\(labels.scalars[position]) at position \(position)")
    }
  }
}
