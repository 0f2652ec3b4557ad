import Files

/// What errors call a file, and its bytes.
typealias DigitsFile = (name: String, bytes: [UInt8])

/// Where MNIST's files lie in a folder that somebody downloaded or unpacked.
struct DigitsFolder {
  /// Below the folder: in it, or where torchvision puts its data sets of digits' form.
  private static let places = [
    "", "/raw", "/MNIST/raw", "/FashionMNIST/raw", "/KMNIST/raw",
  ]
  private static let stems = [
    "train-images-idx3", "train-labels-idx1", "t10k-images-idx3", "t10k-labels-idx1",
  ]

  private let path: String

  /// The first place that has any of the files.
  init(_ folder: String) throws(FileError) {
    guard isFolder(folder) else {
      throw FileError(
        folder, expected: "a folder with \(Self.stems[0])-ubyte and the like",
        found: exists(folder) ? "a file" : "none")
    }
    let paths = Self.places.map { folder + $0 }
    path =
      paths.first { path in
        Self.stems.contains { Self.candidates($0, in: path).contains(where: exists) }
      } ?? folder
  }

  /// Reads the file of images or labels, as in `file("train-images-idx3")`.
  func file(_ stem: String) throws(FileError) -> DigitsFile {
    let standing = Self.candidates(stem, in: path).filter(exists)
    // Some unpackers make a folder of the file's name beside it.
    guard let file = standing.first(where: { !isFolder($0) }) ?? standing.first else {
      throw FileError(
        "\(path)/\(stem)-ubyte",
        expected: "a file of this name or \(stem)-ubyte.gz", found: "none")
    }
    // Twice as much as is read of its content.
    return (file, try readWhole(file, limit: 1 << 31))
  }

  /// How the file may be called, in the order of preference: other unpackers write a dot
  /// for the second hyphen.
  private static func candidates(_ stem: String, in path: String) -> [String] {
    let dotted = stem.split(separator: "-idx").joined(separator: ".idx")
    return [stem, dotted].flatMap { ["\(path)/\($0)-ubyte", "\(path)/\($0)-ubyte.gz"] }
  }
}
