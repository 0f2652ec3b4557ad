import Files
import Tensors

/// A tensor's line in the header.
struct Entry {
  let name: String
  let dtype: DType
  let shape: Shape
  /// Its bytes: in the array of the whole file, or in one of its own.
  let data: ArraySlice<UInt8>
}

/// What stands before the numbers in a safetensors file: eight bytes with the size of a
/// JSON object, lowest byte first, and that object.
///
/// ```json
/// {"__metadata__": {"epochs": "20"},
///  "bias": {"dtype": "F32", "shape": [10], "data_offsets": [0, 40]}}
/// ```
///
/// Source: Hugging Face, "Safetensors", under "Format", and its implementation in Rust,
/// which passes over what an entry has besides, takes null for no metadata, and allows
/// white space around the object. Other than there, a name that comes twice is refused.
enum Header {
  /// The largest header that the reference implementation reads.
  static let limit = 100_000_000
  /// NumPy has up to 64 axes, IDX files up to 255.
  static let rankLimit = 255
  static let metadataKey = "__metadata__"

  /// Finds the tensors in the bytes of a file. Together they cover all bytes behind the
  /// header, one after the other.
  static func read(
    _ bytes: [UInt8], of file: String
  ) throws(FileError) -> (metadata: [(key: String, value: String)], entries: [Entry]) {
    // The size that the first bytes of a file of another kind make tells nobody a thing.
    if bytes.dropFirst(8).first(where: { $0 > 0x20 }) != UInt8(ascii: "{"),
      let kind = fileKind(of: bytes)
    {
      throw FileError(file, expected: "a safetensors file", found: kind)
    }
    guard bytes.count >= 8 else {
      throw FileError(file, expected: "at least 8 bytes", found: "\(bytes.count)")
    }
    let size = bytes[..<8].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
    guard size <= limit else {
      throw FileError(
        file, expected: "a header of at most \(limit) bytes", found: "\(size)")
    }
    guard size <= bytes.count - 8 else {
      throw FileError(
        file, expected: "\(size) bytes of header", found: "\(bytes.count - 8)")
    }
    let data = 8 + Int(size)
    var json = JSONReader(bytes[8..<data], of: file)
    var metadata: [(key: String, value: String)]?
    var infos: [TensorInfo] = []
    try json.object { json, key throws(FileError) in
      if key != metadataKey {
        infos.append(try TensorInfo(name: key, from: &json))
      } else if metadata == nil {
        metadata = []
        if json.takeIfNext("null") { return }
        try json.object { json, key throws(FileError) in
          metadata!.append((key, try json.string()))
        }
      } else {
        throw FileError(file, expected: "one \(metadataKey)", found: "two")
      }
    }
    try json.end()
    try requireDifferent(infos.map { $0.name }, kind: "tensor", in: file)
    try requireDifferent(
      metadata?.map { $0.key } ?? [], kind: "value in \(metadataKey)", in: file)

    infos.sort { ($0.begin, $0.end) < ($1.begin, $1.end) }
    var end = 0
    for info in infos {
      guard info.begin == end else {
        throw FileError(
          file,
          expected: "tensor \(info.name.quoted) to begin at byte \(end) of the data",
          found: "\(info.begin)")
      }
      end = info.end
    }
    guard end == bytes.count - data else {
      throw FileError(
        file, expected: "\(end) bytes behind the header", found: "\(bytes.count - data)"
      )
    }
    let entries = infos.map { info in
      Entry(
        name: info.name, dtype: info.dtype, shape: Shape(info.dimensions),
        data: bytes[data + info.begin..<data + info.end])
    }
    return (metadata ?? [], entries)
  }

  /// The bytes of a header for tensors in their order, filled up with spaces to a
  /// multiple of eight.
  static func write(
    metadata: [(key: String, value: String)], entries: [Entry]
  ) -> [UInt8] {
    var members: [String] = []
    if !metadata.isEmpty {
      let values = metadata.map { "\($0.key.json):\($0.value.json)" }
      members.append("\(metadataKey.json):{\(values.joined(separator: ","))}")
    }
    var begin = 0
    for entry in entries {
      let end = begin + entry.data.count
      let sizes = entry.shape.dimensions.map { "\($0)" }.joined(separator: ",")
      members.append(
        """
        \(entry.name.json):{"dtype":"\(entry.dtype.rawValue)","shape":[\(sizes)],\
        "data_offsets":[\(begin),\(end)]}
        """)
      begin = end
    }
    var json = Array("{\(members.joined(separator: ","))}".utf8)
    json += [UInt8](repeating: 0x20, count: (8 - json.count % 8) % 8)
    return (0..<8).map { UInt8(truncatingIfNeeded: json.count >> (8 * $0)) } + json
  }

  /// Names are the same when their bytes are: Swift holds other ways to write the same
  /// letter for the same text, other readers of the format do not.
  private static func requireDifferent(
    _ names: [String], kind: String, in file: String
  ) throws(FileError) {
    let sorted = names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    for (name, next) in zip(sorted, sorted.dropFirst())
    where name.utf8.elementsEqual(next.utf8) {
      throw FileError(file, expected: "one \(kind) named \(name.quoted)", found: "two")
    }
  }
}

/// What the header says of one tensor, as the reference implementation calls it.
private struct TensorInfo {
  let name: String
  let dtype: DType
  let dimensions: [Int]
  let begin: Int
  let end: Int

  init(name: String, from json: inout JSONReader) throws(FileError) {
    let label = "tensor \(name.quoted)"
    var type: String?
    var shape: [Int]?
    var offsets: [Int]?
    try json.object { json, key throws(FileError) in
      switch key {
      case "dtype" where type == nil: type = try json.string()
      case "shape" where shape == nil:
        shape = try json.counts(atMost: Header.rankLimit, "dimensions of \(label)")
      case "data_offsets" where offsets == nil:
        offsets = try json.counts(atMost: 2, "data_offsets of \(label)")
      case "dtype", "shape", "data_offsets":
        throw FileError(json.file, expected: "one \(key) of \(label)", found: "two")
      default: try json.skipValue()
      }
    }
    guard let type, let shape, let offsets, offsets.count == 2 else {
      throw FileError(
        json.file, expected: "\(label) to have a dtype, a shape and two data_offsets",
        found: "less")
    }
    guard let dtype = DType(rawValue: type) else {
      let known = DType.allCases.map { $0.rawValue }.joined(separator: ", ")
      throw FileError(json.file, expected: "\(label) of \(known)", found: type.quoted)
    }
    // Empty dimensions count as 1 here, so that every product of some dimensions fits.
    var bits = dtype.bits
    for dimension in shape {
      let (product, overflow) = bits.multipliedReportingOverflow(by: max(1, dimension))
      // 2⁶⁰ where integers have 64 bits: a Shape counts no further.
      guard !overflow, product <= Int.max / 8 else {
        throw FileError(
          json.file, expected: "\(label) of less than 2⁵⁷ bytes",
          found: "the shape \("\(shape)".shortened) of \(type)")
      }
      bits = product
    }
    if shape.contains(0) { bits = 0 }
    guard bits % 8 == 0 else {
      throw FileError(
        json.file, expected: "\(label) of whole bytes", found: "\(bits) bits")
    }
    let size = bits / 8
    let (begin, end) = (offsets[0], offsets[1])
    guard end >= begin, end - begin == size else {
      throw FileError(
        json.file, expected: "\(label) to take \(size) bytes",
        found: "from \(begin) to \(end)")
    }
    self.name = name
    self.dtype = dtype
    dimensions = shape
    self.begin = begin
    self.end = end
  }
}

extension JSONReader {
  /// Reads an array of so many whole numbers at most.
  fileprivate mutating func counts(
    atMost limit: Int, _ label: String
  ) throws(FileError) -> [Int] {
    var counts: [Int] = []
    try array { json throws(FileError) in
      guard counts.count < limit else {
        throw FileError(json.file, expected: "at most \(limit) \(label)", found: "more")
      }
      counts.append(try json.count())
    }
    return counts
  }
}

extension String {
  /// The text in quotes, for an error.
  var quoted: String { "\"\(shortened)\"" }
}
