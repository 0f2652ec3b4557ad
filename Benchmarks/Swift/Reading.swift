import Digits

/// The seconds of reading MNIST from its gzipped files and from the program itself, and
/// the sum of all bytes.
func reading(folder: String) throws -> KeyValuePairs<String, [Double]> {
  let digits = try Digits.load(folder: folder)
  let tensors = [
    digits.trainImages, digits.trainLabels, digits.testImages, digits.testLabels,
  ]
  let sums = tensors.map { $0.scalars.reduce(0) { $0 + Int($1) } }
  return [
    "seconds": [try medianSeconds { _ = try Digits.load(folder: folder) }],
    "embedded": [medianSeconds { _ = Digits.mnist() }],
    "checksum": [Double(sums.reduce(0, +))],
  ]
}
