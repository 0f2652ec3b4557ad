import CZlib
import Foundation
import Tensors
import TestSupport
import Testing

@testable import Digits

@Suite struct DigitsTests {
  private let folder = TemporaryFolder()

  /// Compares what is embedded with what Python finds in the same files.
  @Test func embedsTheWholeOfMNIST() throws {
    let digits = Digits.mnist()
    let tensors = [
      "train-images-idx3-ubyte": digits.trainImages,
      "train-labels-idx1-ubyte": digits.trainLabels,
      "t10k-images-idx3-ubyte": digits.testImages,
      "t10k-labels-idx1-ubyte": digits.testLabels,
    ]
    let lines = try text(fixture("mnist.txt")).split(separator: "\n")
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

  @Test(arguments: [
    // Where a file lies, and how it is called.
    ("", "-"), ("", "."), ("raw/", "-"), ("MNIST/raw/", "-"), ("MNIST/raw/", "."),
    ("FashionMNIST/raw/", "-"), ("KMNIST/raw/", "-"),
  ])
  func loadsPlainAndGzippedFiles(place: String, mark: String) throws {
    try write() { place + $0.replacing("-idx", with: mark + "idx") }
    let digits = try Digits.load(folder: folder.path)
    #expect(digits.trainImages.shape == [3, 28, 28])
    #expect(digits.trainImages.scalars == pixels(3))
    #expect(digits.trainLabels.scalars == [9, 0, 4])
    #expect(digits.testImages.scalars == pixels(2))
    #expect(digits.testLabels.scalars == [1, 2])
  }

  @Test func prefersTheFolderItselfAndThenMNIST() throws {
    func labels() throws -> [UInt8] {
      try Digits.load(folder: folder.path).trainLabels.scalars
    }
    for (place, label) in [("KMNIST/raw/", UInt8(3)), ("MNIST/raw/", 2), ("", 1)] {
      try write() { place + $0 }
      try folder.write(
        gzipped(idx(0x08, [3], [label, label, label])), as: "\(place)\(names[1]).gz")
      #expect(try labels() == [label, label, label])
    }
  }

  /// Some unpackers make a folder of the file's name; it hides nothing.
  @Test func looksPastFoldersOfTheFilesNames() throws {
    try write()
    for name in [names[1], names[2]] { try folder.write([], as: "\(name)/file") }
    #expect(try Digits.load(folder: folder.path).trainLabels.scalars == [9, 0, 4])
    try FileManager.default.removeItem(at: folder["\(names[1]).gz"])
    expectFault(in: folder[names[1]].path, "cannot be read: a folder, not a file") {
      try Digits.load(folder: folder.path)
    }
  }

  @Test func refusesWhatIsNoFolder() throws {
    let file = try folder.write([1])
    for (path, found) in [(file, "found a file"), ("\(folder.path)/no", "found none")] {
      expectFault(in: path, "a folder with train-images-idx3-ubyte", found) {
        try Digits.load(folder: path)
      }
    }
  }

  @Test func refusesAFolderWithoutOneOfTheFiles() throws {
    for name in names {
      try write()
      for path in ["\(folder.path)/\(name)", "\(folder.path)/\(name).gz"] {
        try? FileManager.default.removeItem(atPath: path)
      }
      expectFault(in: "\(folder.path)/\(name)", "\(name).gz", "found none") {
        try Digits.load(folder: folder.path)
      }
    }
  }

  @Test(arguments: [
    // A file, what it holds instead, and what the error says.
    (0, idx(0x08, [0, 28, 28]), "(0, 28, 28)"),
    (0, idx(0x08, [3, 784], pixels(3)), "(3, 784)"),
    (0, idx(0x08, [2352], pixels(3)), "(2352,)"),
    (0, idx(0x08, [3, 14, 56], pixels(3)), "(3, 14, 56)"),
    (0, idx(0x09, [3, 28, 28], pixels(3)), "unsigned bytes, found signed bytes"),
    (0, idx(0x08, [3, 28, 28], pixels(2)), "found 1568"),
    (1, idx(0x08, [2], [9, 0]), "(2,)"),
    (1, idx(0x08, [3, 1], [9, 0, 4]), "(3, 1)"),
    (1, idx(0x08, [3], [9, 10, 4]), "found 10 at position 1"),
    (2, idx(0x08, [3, 28, 28], pixels(3)), "a label for each of 3 images"),
    (3, idx(0x08, [2], [255, 0]), "found 255 at position 0"),
  ])
  func refusesFilesThatDoNotFit(which: Int, bytes: [UInt8], words: String) throws {
    try write()
    try? FileManager.default.removeItem(at: folder["\(names[which]).gz"])
    try folder.write(bytes, as: names[which])
    // Too many images are an error of the labels, which ought to be as many.
    let culprit = which == 2 ? names[3] : names[which]
    expectFault(in: folder[culprit].path, words) {
      try Digits.load(folder: folder.path)
    }
  }

  private func write(naming name: (String) -> String = { $0 }) throws {
    for (i, bytes) in [
      idx(0x08, [3, 28, 28], pixels(3)), gzipped(idx(0x08, [3], [9, 0, 4])),
      gzipped(idx(0x08, [2, 28, 28], pixels(2))), idx(0x08, [2], [1, 2]),
    ].enumerated() {
      let isGzipped = bytes.starts(with: ByteStream.gzipMagic)
      try folder.write(bytes, as: name(names[i]) + (isGzipped ? ".gz" : ""))
    }
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
