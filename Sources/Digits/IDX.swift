import Files
import Tensors

extension Tensor<UInt8> {
  /// Reads the bytes of an IDX file, as they are or gzipped; errors call it `name`.
  ///
  /// The format: two zero bytes, the type of the numbers, the number of dimensions, each
  /// dimension in four bytes, most significant byte first, then the numbers in row-major
  /// order. Of the types only the one that digits have is read: unsigned bytes.
  ///
  /// Source: Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database of handwritten
  /// digits", under "File formats for the MNIST database".
  ///
  /// - Throws: a `FileError` if the file holds numbers of another type, or is anything
  ///   but a header and as many numbers as the header declares, which may take a
  ///   gibibyte at most, or if `check` throws at their shape.
  package init(
    idx file: [UInt8], name: String, check: (Shape) throws(FileError) -> Void = { _ in }
  ) throws(FileError) {
    let stream = ByteStream(file, name: name)
    let shape = Shape(try IDXHeader(from: stream).dimensions)
    try check(shape)
    try stream.requireRoom(for: shape.count)
    try self.init(shape: shape) { numbers throws(FileError) in
      try stream.fill(numbers)
    }
    guard try stream.bytes(1).isEmpty else {
      throw stream.error(
        expected: "the end after \(shape.count) bytes of numbers", found: "more bytes")
    }
  }
}

/// What stands before the numbers in an IDX file.
private struct IDXHeader {
  /// The sizes along each axis: from 1 to 255 of them, each below 2³².
  let dimensions: [Int]

  /// The most bytes of numbers that are read: a gibibyte. A gzipped file of a thousandth
  /// of its content's size must not fill the memory.
  static let limit = 1 << 30

  init(from stream: ByteStream) throws(FileError) {
    let magic = try stream.bytes(4)
    guard magic.starts(with: [0, 0]) else {
      throw stream.error(
        expected: magic.isEmpty
          ? "an IDX header of at least 8 bytes"
          : "an IDX file, which begins with bytes 0 0",
        found: try Self.kind(of: stream, first: magic))
    }
    guard magic.count == 4 else {
      throw stream.error(
        expected: "an IDX header of at least 8 bytes", found: "\(magic.count)")
    }
    guard magic[2] == 0x08 else {
      throw stream.error(expected: "unsigned bytes", found: Self.name(ofType: magic[2]))
    }
    let rank = Int(magic[3])
    guard rank > 0 else {
      throw stream.error(expected: "from 1 to 255 dimensions", found: "none")
    }
    let sizes = try stream.bytes(4 * rank)
    guard sizes.count == 4 * rank else {
      throw stream.error(
        expected: "\(4 * rank) bytes for \(rank) dimensions", found: "\(sizes.count)")
    }
    dimensions = stride(from: 0, to: sizes.count, by: 4).map { first in
      sizes[first..<first + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    // Empty dimensions count as 1 here, so that every product of some dimensions fits.
    var size = 1
    for dimension in dimensions {
      let (product, overflow) = size.multipliedReportingOverflow(by: max(1, dimension))
      guard !overflow, product <= Self.limit else {
        throw stream.error(
          expected: "at most \(Self.limit) bytes of numbers",
          found: "the dimensions \("\(dimensions)".shortened)")
      }
      size = product
    }
  }

  /// What the third byte of a file says of its numbers.
  private static func name(ofType code: UInt8) -> String {
    switch code {
    case 0x08: "unsigned bytes"
    case 0x09: "signed bytes"
    case 0x0B: "16-bit integers"
    case 0x0C: "32-bit integers"
    case 0x0D: "32-bit floating-point numbers"
    case 0x0E: "64-bit floating-point numbers"
    default: "the unknown type 0x\(String(code, radix: 16))"
    }
  }

  /// What a stream of these first bytes is, if it is no IDX file.
  private static func kind(
    of stream: ByteStream, first: [UInt8]
  ) throws(FileError) -> String {
    if stream.isGzipped, first.starts(with: ByteStream.gzipMagic) {
      return "data that were gzipped twice"
    }
    let start = first + (try stream.bytes(60))
    return fileKind(of: start)
      ?? (start.isEmpty ? "0" : start.prefix(2).map { "\($0)" }.joined(separator: " "))
  }
}
