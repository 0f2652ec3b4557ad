import Digits
import Foundation
import TestSupport
import Testing

/// A folder of digits in place of those that the programs hold.
@Suite struct DataTests {
  private let folder = TemporaryFolder()

  @Test func theSameFilesGiveTheSameLog() throws {
    let mnist = package.appending(path: "Sources/CMNIST").path
    let given = try ProgramRun(
      "FromTensorSlices", "--data", mnist, "--output", folder.path)
    let embedded = try ProgramRun("FromTensorSlices", "--output", folder.path)
    #expect(given.status == 0)
    #expect(given.output == embedded.output)
    #expect(given.output.hasPrefix("0\n(28, 28)\n"))
  }

  private static let images = "train-images-idx3-ubyte"
  private static let labels = "train-labels-idx1-ubyte"
  private static let testLabels = "t10k-labels-idx1-ubyte"

  /// Files that nobody should trust: how a shell makes one at `$0`, and what is said of it.
  /// `DigitsTests` and `FilesTests` have more.
  static let faults: [(file: String, making: String, message: String)] = [
    (labels, #"rm "$0""#, "expected a file of this name or \(labels).gz, found none"),
    (testLabels, #"rm "$0"; mkdir "$0""#, "cannot be read: a folder, not a file"),
    (labels, #"rm "$0"; mkfifo "$0""#, "cannot be read: a pipe or device, not a file"),
    (images, #"ln -sf /dev/zero "$0""#, "cannot be read: a pipe or device, not a file"),
    (
      labels, #"printf '\0\0\10\1\0\0\0\3\1\2\12' >"$0""#,
      "expected labels from 0 to 9, found 10 at position 2"
    ),
  ]

  /// One line that names the file, nobody waits, and nothing is written.
  @Test(arguments: ["FromTensorSlices", "MLP"], faults)
  func aFaultyFileIsOneLine(
    chapter: String, fault: (file: String, making: String, message: String)
  ) throws {
    let data = TemporaryFolder()
    try writeDigits(to: data.url, trainCount: 3)
    let file = data[fault.file].path
    #expect(try shellRun(fault.making, file).status == 0)
    try expectRefusal(
      chapter, ["--data", data.path, "--output", "new"], in: folder,
      "\(file): \(fault.message)\n")
  }

  @Test(arguments: ["FromTensorSlices", "MLP"])
  func aMissingFolderIsOneLine(chapter: String) throws {
    try expectRefusal(chapter, ["--data", "nowhere"], in: folder, "nowhere: ")
  }
}

/// Writes images of MNIST to learn from, and 500 to test with, as IDX files.
func writeDigits(to folder: URL, trainCount: Int = 3000) throws {
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  let digits = Digits.mnist()
  for (name, images, labels, count) in [
    ("train", digits.trainImages, digits.trainLabels, trainCount),
    ("t10k", digits.testImages, digits.testLabels, 500),
  ] {
    for (kind, tensor) in [("images-idx3", images), ("labels-idx1", labels)] {
      var bytes: [UInt8] = [0, 0, 8, UInt8(tensor.rank)]
      for size in [count] + tensor.shape.dimensions.dropFirst() {
        bytes += withUnsafeBytes(of: UInt32(size).bigEndian, Array.init)
      }
      let file = folder.appending(path: "\(name)-\(kind)-ubyte")
      try Data(bytes + tensor[0..<count].scalars).write(to: file)
    }
  }
}
