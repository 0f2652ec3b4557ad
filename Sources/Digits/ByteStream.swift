import CZlib
import Files

/// The bytes of a file in their order, each once: as they are or, where they begin as gzip
/// does, inflated as they are asked for (RFC 1952).
///
/// The one place that talks to zlib.
final class ByteStream {
  static let gzipMagic: [UInt8] = [0x1F, 0x8B]

  let isGzipped: Bool
  /// What errors call the file.
  private let name: String
  private let file: [UInt8]
  /// How many bytes of the file have been taken.
  private var position = 0
  /// Apart from the object, because zlib insists that its stream never moves.
  private let inflater = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
  /// Whether the last member of a gzip file has been inflated.
  private var hasEnded = false

  init(_ file: [UInt8], name: String) {
    (self.file, self.name) = (file, name)
    isGzipped = file.starts(with: Self.gzipMagic)
    inflater.initialize(to: z_stream())
    // 15 is the largest window, 16 more asks for gzip's header and checksum.
    let status = inflateInit2_(
      inflater, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { fatalError("zlib: inflateInit2 gives \(status)") }
  }

  deinit {
    inflateEnd(inflater)
    inflater.deallocate()
  }

  /// The next bytes, `count` of them unless the stream ends before.
  func bytes(_ count: Int) throws(FileError) -> [UInt8] {
    try Array(unsafeUninitializedCapacity: count) { buffer, read throws(FileError) in
      read = try self.read(into: buffer)
    }
  }

  /// Fills all the buffer.
  func fill(_ buffer: UnsafeMutableBufferPointer<UInt8>) throws(FileError) {
    let count = try read(into: buffer)
    guard count == buffer.count else { throw shortage(of: buffer.count, "\(count)") }
  }

  /// Refuses a claim of more bytes than can be left, before there is memory for them.
  func requireRoom(for count: Int) throws(FileError) {
    // Deflate codes 258 bytes in 2 bits where it shrinks most.
    let most = isGzipped ? 1032 * file.count : file.count - position
    guard count <= most else {
      throw shortage(of: count, isGzipped ? "\(most) at most" : "\(most)")
    }
  }

  func error(expected: String, found: String) -> FileError {
    FileError(name, expected: expected, found: found)
  }

  private func shortage(of count: Int, _ found: String) -> FileError {
    error(expected: "\(count) bytes after the header", found: found)
  }

  /// Fills the buffer, or as much of it as there are bytes left, and says how much.
  private func read(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(FileError) -> Int {
    guard isGzipped else {
      let next = file[position...].prefix(buffer.count)
      position = next.endIndex
      return buffer.update(fromContentsOf: next)
    }
    var filled = 0
    while filled < buffer.count, !hasEnded {
      guard position < file.count else {
        throw error(
          expected: "gzip data to its end", found: "the end of the file before")
      }
      filled += try inflate(into: .init(rebasing: buffer[filled...]))
    }
    return filled
  }

  /// Inflates until the buffer is full, the file at its end, or a member of it.
  private func inflate(
    into buffer: UnsafeMutableBufferPointer<UInt8>
  ) throws(FileError) -> Int {
    let status = file.withUnsafeBufferPointer { file in
      let rest = file[position...]
      inflater.pointee.next_in = UnsafeMutablePointer(
        mutating: UnsafeBufferPointer(rebasing: rest).baseAddress)
      inflater.pointee.avail_in = UInt32(rest.count)
      inflater.pointee.next_out = buffer.baseAddress
      inflater.pointee.avail_out = UInt32(buffer.count)
      return CZlib.inflate(inflater, Z_NO_FLUSH)
    }
    position = file.count - Int(inflater.pointee.avail_in)
    switch status {
    case Z_OK: break
    case Z_STREAM_END: try endMember()
    default:
      let reason = inflater.pointee.msg.map { String(cString: $0) }
      throw error(expected: "intact gzip data", found: reason ?? "status \(status)")
    }
    return buffer.count - Int(inflater.pointee.avail_out)
  }

  /// A gzip file is one member or several, one behind the other.
  private func endMember() throws(FileError) {
    hasEnded = position == file.count
    if hasEnded { return }
    guard file[position] == Self.gzipMagic[0] else {
      throw error(expected: "the end after the gzip data", found: "more bytes")
    }
    inflateReset(inflater)
  }
}
