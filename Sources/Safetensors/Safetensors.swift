import Files
import Tensors

/// Named tensors, as a file in the safetensors format holds them: the format in which
/// users of PyTorch, JAX and TensorFlow exchange weights.
///
///     var file = Safetensors()
///     file.metadata = [("epochs", "20")]
///     file.add("bias", Tensor<Float>([0.5, 1]))
///     try writeWhole(file.bytes, to: "weights.safetensors")
///
///     let read = try Safetensors(reading: "weights.safetensors", limit: 1 << 24)
///     print(try read.tensor("bias"))  // [0.5 1. ]
///
/// Tensors of other types than float32 and bfloat16 stay in the file that is read, unread.
public struct Safetensors: Sendable {
  /// Texts that belong to the tensors, in their order; their keys differ.
  public var metadata: [(key: String, value: String)] = []

  /// What errors call the file.
  private let name: String
  private var entries: [Entry] = []

  /// No tensors yet.
  public init() {
    name = "safetensors"
  }

  /// Reads the bytes of a file; errors call it `name`.
  public init(bytes: [UInt8], name: String) throws(FileError) {
    self.name = name
    (metadata, entries) = try Header.read(bytes, of: name)
  }

  /// The names of the tensors, in the order of their bytes in the file.
  public var names: [String] { entries.map { $0.name } }

  /// Adds a tensor under a name that none has yet.
  public mutating func add(
    _ name: String, _ tensor: Tensor<Float>, as precision: Precision = .float32,
    file: StaticString = #fileID, line: UInt = #line
  ) {
    guard entry(name) == nil, name != Header.metadataKey else {
      fatalError(
        "Safetensors: the name \(name.quoted) is taken", file: file, line: line)
    }
    // The format has the lowest byte first, as has every machine that Swift runs on.
    let scalars = tensor.scalars
    let (dtype, data) =
      switch precision {
      case .float32: (DType.float32, scalars.withUnsafeBytes { ArraySlice($0) })
      case .bfloat16:
        (.bfloat16, scalars.map { $0.bfloat16 }.withUnsafeBytes { ArraySlice($0) })
      }
    entries.append(Entry(name: name, dtype: dtype, shape: tensor.shape, data: data))
  }

  /// The tensor of a name, of float32 or bfloat16 numbers.
  ///
  /// - Throws: a `FileError` if there is none, or if it has numbers of another
  ///   type or another shape than the one that is asked for.
  public func tensor(
    _ name: String, shape: Shape? = nil
  ) throws(FileError) -> Tensor<Float> {
    guard let entry = entry(name) else {
      throw FileError(
        self.name, expected: "a tensor named \(name.quoted)", found: "none")
    }
    guard entry.dtype == .float32 || entry.dtype == .bfloat16 else {
      throw FileError(
        self.name, expected: "tensor \(name.quoted) of F32 or BF16",
        found: entry.dtype.rawValue)
    }
    guard entry.shape == shape ?? entry.shape else {
      throw FileError(
        self.name, expected: "tensor \(name.quoted) of the shape \(shape!)",
        found: "\(entry.shape)".shortened)
    }
    return Tensor(shape: entry.shape) { scalars in
      entry.data.withUnsafeBytes { bytes in
        if entry.dtype == .float32 {
          UnsafeMutableRawBufferPointer(scalars).copyMemory(from: bytes)
        } else {
          for i in scalars.indices {
            scalars[i] = Float(
              bfloat16: bytes.loadUnaligned(fromByteOffset: 2 * i, as: UInt16.self))
          }
        }
      }
    }
  }

  /// The bytes of the file: those that the reference implementation writes, which puts
  /// large types before small ones and then goes by the names.
  public var bytes: [UInt8] {
    let keys = metadata.map { $0.key }
    guard Set(keys.map { Array($0.utf8) }).count == keys.count else {
      fatalError("Safetensors: the metadata has two values for one key: \(keys)")
    }
    let ordered = entries.sorted { a, b in
      a.dtype == b.dtype
        ? a.name.utf8.lexicographicallyPrecedes(b.name.utf8) : a.dtype > b.dtype
    }
    let header = Header.write(metadata: metadata, entries: ordered)
    return ordered.reduce(into: header) { $0 += $1.data }
  }

  private func entry(_ name: String) -> Entry? {
    entries.first { $0.name.utf8.elementsEqual(name.utf8) }
  }
}
