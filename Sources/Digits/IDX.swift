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
    let shape = try stream.idxShape()
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

extension ByteStream {
  /// Reads what stands before the numbers in an IDX file: their shape, with the sizes along
  /// 1 to 255 axes, each below 2³².
  fileprivate func idxShape() throws(FileError) -> Shape {
    let magic = try bytes(4)
    guard magic.starts(with: [0, 0]) else {
      throw error(
        expected: magic.isEmpty
          ? "an IDX header of at least 8 bytes"
          : "an IDX file, which begins with bytes 0 0",
        found: try kind(first: magic))
    }
    guard magic.count == 4 else {
      throw error(
        expected: "an IDX header of at least 8 bytes", found: "\(magic.count)")
    }
    guard magic[2] == 0x08 else {
      throw error(expected: "unsigned bytes", found: name(ofType: magic[2]))
    }
    let rank = Int(magic[3])
    guard rank > 0 else {
      throw error(expected: "from 1 to 255 dimensions", found: "none")
    }
    let sizes = try bytes(4 * rank)
    guard sizes.count == 4 * rank else {
      throw error(
        expected: "\(4 * rank) bytes for \(rank) dimensions", found: "\(sizes.count)")
    }
    let dimensions = stride(from: 0, to: sizes.count, by: 4).map { first in
      sizes[first..<first + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    // A gibibyte of numbers at most: a gzipped file of a thousandth of its content's size
    // must not fill the memory. Empty dimensions count as 1 here, so that every product
    // of some dimensions fits.
    let limit = 1 << 30
    var size = 1
    for dimension in dimensions {
      size = min(size * max(1, dimension), limit + 1)
    }
    guard size <= limit else {
      throw error(
        expected: "at most \(limit) bytes of numbers",
        found: "the dimensions \("\(dimensions)".shortened)")
    }
    return Shape(dimensions)
  }

  /// What the stream is that begins so, if it is no IDX file.
  private func kind(first: [UInt8]) throws(FileError) -> String {
    if isGzipped, first.starts(with: Self.gzipMagic) {
      return "data that were gzipped twice"
    }
    let start = first + (try bytes(60))
    return fileKind(of: start)
      ?? (start.isEmpty ? "0" : start.prefix(2).map { "\($0)" }.joined(separator: " "))
  }
}

/// What the third byte of a file says of its numbers.
private func name(ofType code: UInt8) -> String {
  switch code {
  case 0x09: "signed bytes"
  case 0x0B: "16-bit integers"
  case 0x0C: "32-bit integers"
  case 0x0D: "32-bit floating-point numbers"
  case 0x0E: "64-bit floating-point numbers"
  default: "the unknown type 0x\(String(code, radix: 16))"
  }
}
