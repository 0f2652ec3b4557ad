import CZlib
import Foundation
import Tensors
import Testing

@testable import Digits

/// A folder of its own for one test's files, removed after it.
final class TemporaryFolder {
  let path = FileManager.default.temporaryDirectory
    .appendingPathComponent("digits-\(UUID().uuidString)").path

  init() throws {
    try FileManager.default.createDirectory(
      atPath: path, withIntermediateDirectories: true)
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
  }

  func write(_ bytes: [UInt8], as name: String = "file") throws -> String {
    let file = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
    return file.path
  }
}

/// An IDX file: the header for a type and dimensions, and what stands behind it.
func idx(
  _ type: UInt8 = 0x08, _ dimensions: [UInt32], _ content: [UInt8] = []
) -> [UInt8] {
  [0, 0, type, UInt8(dimensions.count)] + dimensions.flatMap(bigEndian) + content
}

/// A number's bytes, the most significant one first.
func bigEndian<Word: FixedWidthInteger>(_ word: Word) -> [UInt8] {
  stride(from: Word.bitWidth - 8, through: 0, by: -8)
    .map { UInt8(truncatingIfNeeded: word >> Word($0)) }
}

/// The bytes as one member of a gzip file.
func gzipped(_ bytes: [UInt8]) -> [UInt8] {
  var stream = z_stream()
  deflateInit2_(
    &stream, 9, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
    Int32(MemoryLayout<z_stream>.size))
  var input = bytes
  var output = [UInt8](
    repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
  let count = input.withUnsafeMutableBufferPointer { input in
    output.withUnsafeMutableBufferPointer { output in
      stream.next_in = input.baseAddress
      stream.avail_in = UInt32(input.count)
      stream.next_out = output.baseAddress
      stream.avail_out = UInt32(output.count)
      #expect(deflate(&stream, Z_FINISH) == Z_STREAM_END)
      return output.count - Int(stream.avail_out)
    }
  }
  deflateEnd(&stream)
  return Array(output.prefix(count))
}

/// The tensor in the IDX file of a path.
func tensor(at path: String) throws(IDXError) -> Tensor<UInt8> {
  try Tensor(idx: ByteSource(path: path))
}

/// The tensor in an IDX file that stands in memory, under the name `memory`.
func tensor(in bytes: [UInt8]) throws -> Tensor<UInt8> {
  try Tensor(idx: bytes, name: "memory")
}

/// Expects an `IDXError` in one line that names the file and holds the given words.
func expectFault<Result>(
  in file: String, _ words: String..., of read: () throws -> Result,
  location: SourceLocation = #_sourceLocation
) {
  let error = #expect(throws: IDXError.self, sourceLocation: location) {
    _ = try read()
  }
  guard let line = error?.description else { return }
  #expect(line.hasPrefix("\(file): expected "), sourceLocation: location)
  #expect(!line.contains("\n"), sourceLocation: location)
  for word in words {
    #expect(line.contains(word), sourceLocation: location)
  }
}

/// Leaves this process no more than so much of a resource.
#if canImport(Glibc)
  func limit(_ resource: __rlimit_resource, to amount: UInt) {
    var limit = rlimit(rlim_cur: amount, rlim_max: amount)
    #expect(setrlimit(__rlimit_resource_t(resource.rawValue), &limit) == 0)
  }
#else
  func limit(_ resource: Int32, to amount: UInt64) {
    var limit = rlimit(rlim_cur: amount, rlim_max: amount)
    #expect(setrlimit(resource, &limit) == 0)
  }
#endif
