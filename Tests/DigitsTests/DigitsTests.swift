import CZlib
import Foundation
import Tensors
import Testing

@testable import Digits

@Suite struct DigitsTests {
  /// Compares what is embedded with what Python finds in the same files.
  @Test func embedsTheWholeOfMNIST() throws {
    let digits = Digits.mnist()
    let tensors = [
      "train-images-idx3-ubyte": digits.trainImages,
      "train-labels-idx1-ubyte": digits.trainLabels,
      "t10k-images-idx3-ubyte": digits.testImages,
      "t10k-labels-idx1-ubyte": digits.testLabels,
    ]
    let fixture = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/mnist.txt")
    let lines = try String(contentsOf: fixture, encoding: .utf8).split(separator: "\n")
    #expect(lines.count == 4)
    for line in lines {
      let fields = line.split(separator: " ").map(String.init)
      let tensor = try #require(tensors[fields[0]])
      let bytes = tensor.scalars
      var counts = [Int](repeating: 0, count: 256)
      for byte in bytes { counts[Int(byte)] += 1 }
      let sum = counts.enumerated().reduce(0) { $0 + $1.offset * $1.element }
      #expect(joined(tensor.shape.dimensions) == fields[1])
      #expect("\(sum)" == fields[2])
      #expect("\(crc32(0, bytes, UInt32(bytes.count)))" == fields[3])
      #expect(joined(counts.prefix(10)) == fields[4])
      #expect(joined(bytes.prefix(10)) == fields[5])
    }
    #expect(digits.trainLabels.scalars.prefix(5) == [5, 0, 4, 1, 9])
  }

  @Test func loadsAFolderOfPlainAndGzippedFiles() throws {
    let scratch = try Scratch()
    try write(to: scratch)
    let digits = try Digits.load(folder: scratch.folder)
    #expect(digits.trainImages.shape == [3, 28, 28])
    #expect(digits.trainImages.scalars == pixels(3))
    #expect(digits.trainLabels.scalars == [9, 0, 4])
    #expect(digits.testImages.shape == [2, 28, 28])
    #expect(digits.testImages.scalars == pixels(2))
    #expect(digits.testLabels.scalars == [1, 2])
  }

  @Test func refusesAFolderWithoutOneOfTheFiles() throws {
    for name in names {
      let scratch = try Scratch()
      try write(to: scratch)
      for path in ["\(scratch.folder)/\(name)", "\(scratch.folder)/\(name).gz"] {
        try? FileManager.default.removeItem(atPath: path)
      }
      expectFault(in: "\(scratch.folder)/\(name)", "\(name).gz", "found none") {
        try Digits.load(folder: scratch.folder)
      }
    }
  }

  @Test(arguments: [
    // A file, what it holds instead, and what the error says.
    (0, idx(0x08, [0, 28, 28]), "(0, 28, 28)"),
    (0, idx(0x08, [3, 784], pixels(3)), "(3, 784)"),
    (0, idx(0x08, [2352], pixels(3)), "(2352,)"),
    (0, idx(0x08, [3, 14, 56], pixels(3)), "(3, 14, 56)"),
    (0, idx(0x09, [3, 28, 28], pixels(3)), "signed bytes (0x09)"),
    (0, idx(0x08, [3, 28, 28], pixels(2)), "found 1568"),
    (1, idx(0x08, [2], [9, 0]), "(2,)"),
    (1, idx(0x08, [3, 1], [9, 0, 4]), "(3, 1)"),
    (1, idx(0x08, [3], [9, 10, 4]), "found 10 at position 1"),
    (2, idx(0x08, [3, 28, 28], pixels(3)), "a label for each of 3 images"),
    (3, idx(0x08, [2], [255, 0]), "found 255 at position 0"),
  ])
  func refusesFilesThatDoNotFit(which: Int, bytes: [UInt8], words: String) throws {
    let scratch = try Scratch()
    try write(to: scratch)
    try? FileManager.default.removeItem(atPath: "\(scratch.folder)/\(names[which]).gz")
    _ = try scratch.write(bytes, as: names[which])
    // Too many images are an error of the labels, which ought to be as many.
    let culprit = which == 2 ? names[3] : names[which]
    expectFault(in: "\(scratch.folder)/\(culprit)", words) {
      try Digits.load(folder: scratch.folder)
    }
  }

  private func write(to scratch: Scratch) throws {
    _ = try scratch.write(idx(0x08, [3, 28, 28], pixels(3)), as: names[0])
    _ = try scratch.write(gzipped(idx(0x08, [3], [9, 0, 4])), as: names[1] + ".gz")
    _ = try scratch.write(
      gzipped(idx(0x08, [2, 28, 28], pixels(2))), as: names[2] + ".gz")
    _ = try scratch.write(idx(0x08, [2], [1, 2]), as: names[3])
  }

  private func joined(_ numbers: some Sequence<some BinaryInteger>) -> String {
    numbers.map { "\($0)" }.joined(separator: ",")
  }
}

private let names = [
  "train-images-idx3-ubyte", "train-labels-idx1-ubyte", "t10k-images-idx3-ubyte",
  "t10k-labels-idx1-ubyte",
]

private func pixels(_ count: Int) -> [UInt8] {
  (0..<count * 784).map { UInt8($0 % 251) }
}
