import Files
import Tensors

extension Tensor where Scalar: IDXElement {
  /// Reads a file in the IDX format, as it is or gzipped.
  ///
  ///     let images = try Tensor<UInt8>(idx: "t10k-images-idx3-ubyte.gz")
  ///     print(images.shape)  // (10000, 28, 28)
  ///
  /// The format: two zero bytes, the type of the numbers (see `IDXType`), the number of
  /// dimensions, each dimension in four bytes, then the numbers in row-major order, all
  /// with their most significant byte first.
  ///
  /// - Throws: an `IDXError` if the file cannot be read, holds numbers of another type,
  ///   or is anything but a header and as many numbers as the header declares, which
  ///   may take a gibibyte at most.
  public init(idx path: String) throws(IDXError) {
    try self.init(idx: ByteSource(path: path))
  }

  /// Reads the bytes of a file; errors call it `name`.
  package init(idx bytes: [UInt8], name: String) throws(IDXError) {
    let result = bytes.withUnsafeBytes { bytes in
      Result { () throws(IDXError) in
        try Self(idx: ByteSource(memory: bytes, name: name))
      }
    }
    self = try result.get()
  }

  /// Reads the numbers only if `check` does not throw at their shape.
  init(
    idx source: ByteSource, check: (Shape) throws(IDXError) -> Void = { _ in }
  ) throws(IDXError) {
    let content = try source.content()
    let header = try IDXHeader(from: content)
    guard header.type == Scalar.idxType else {
      throw IDXError(
        source.name, expected: "\(Scalar.idxType)", found: "\(header.type)")
    }
    let shape = Shape(header.dimensions)
    try check(shape)
    if header.size <= content.plausibleSize {
      try self.init(shape: shape) { numbers throws(IDXError) in
        try content.fill(numbers, of: header.size)
      }
    } else {
      // The header alone gives no right to so much memory: it grows with the content.
      self.init(shape: shape, scalars: try content.scalars(count: shape.count))
    }
    guard try content.bytes(1).isEmpty else {
      throw IDXError(
        source.name, expected: "the end after \(header.size) bytes of numbers",
        found: "more bytes")
    }
  }
}

/// What stands before the numbers in an IDX file.
struct IDXHeader {
  let type: IDXType
  /// The sizes along each axis: from 1 to 255 of them, each below 2³².
  let dimensions: [Int]
  /// How many bytes of numbers follow.
  let size: Int

  /// The most bytes of numbers that are read: a gibibyte. A gzipped file of a thousandth
  /// of its content's size must not fill the memory.
  static let limit = 1 << 30

  init(from content: some ByteStream) throws(IDXError) {
    let magic = try content.bytes(4)
    guard magic.count == 4 else {
      throw IDXError(
        content.name, expected: "an IDX header of at least 8 bytes",
        found: "\(magic.count)")
    }
    guard magic[0] == 0, magic[1] == 0 else {
      throw IDXError(
        content.name, expected: "an IDX file, which begins with bytes 0 0",
        found: "\(magic[0]) \(magic[1])")
    }
    guard let type = IDXType(rawValue: magic[2]) else {
      throw IDXError(
        content.name,
        expected: IDXType.allCases.map(\.description).joined(separator: " or "),
        found: "the type 0x\(String(magic[2], radix: 16))")
    }
    let rank = Int(magic[3])
    guard rank > 0 else {
      throw IDXError(content.name, expected: "from 1 to 255 dimensions", found: "none")
    }
    let sizes = try content.bytes(4 * rank)
    guard sizes.count == 4 * rank else {
      throw IDXError(
        content.name, expected: "\(4 * rank) bytes for \(rank) dimensions",
        found: "\(sizes.count)")
    }
    let dimensions = stride(from: 0, to: sizes.count, by: 4).map { first in
      sizes[first..<first + 4].reduce(0) { $0 << 8 | Int($1) }
    }
    // Empty dimensions count as 1 here, so that every product of some dimensions fits.
    var size = type.elementSize
    for dimension in dimensions {
      let (product, overflow) = size.multipliedReportingOverflow(by: max(1, dimension))
      guard !overflow, product <= Self.limit else {
        throw IDXError(
          content.name, expected: "at most \(Self.limit) bytes of numbers",
          found: "\(type) of the dimensions \("\(dimensions)".shortened)")
      }
      size = product
    }
    self.type = type
    self.dimensions = dimensions
    self.size = dimensions.contains(0) ? 0 : size
  }
}

extension IDXType {
  /// How many bytes a number of this type takes.
  fileprivate var elementSize: Int {
    switch self {
    case .unsignedByte, .signedByte: 1
    case .short: 2
    case .int, .float: 4
    case .double: 8
    }
  }
}
