import CZlib

extension ByteSource {
  /// The bytes as they are, or inflated where they begin as gzip does.
  func content() throws(IDXError) -> any ByteStream {
    guard try hasMore(), piece.starts(with: Gzip.magic) else { return self }
    return Gzip(self)
  }
}

/// What a gzipped file holds, inflated as it is asked for (RFC 1952).
///
/// The one place that talks to zlib.
final class Gzip: ByteStream {
  static let magic: [UInt8] = [0x1F, 0x8B]

  private let source: ByteSource
  /// Apart from the object, because zlib insists that its stream never moves.
  private let stream: UnsafeMutablePointer<z_stream>
  private var ended = false

  init(_ source: ByteSource) {
    self.source = source
    stream = .allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // 15 is the largest window, 16 more asks for gzip's header and checksum.
    let status = inflateInit2_(
      stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else { fatalError("zlib: inflateInit2 gives \(status)") }
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  var name: String { source.name }

  /// Images deflate to a fifth; what claims to have shrunk more has to show it.
  var plausibleSize: Int { 8 * source.plausibleSize }

  func read(into target: UnsafeMutableRawBufferPointer) throws(IDXError) -> Int {
    var filled = 0
    while filled < target.count, !ended {
      guard try source.hasMore() else {
        throw IDXError(
          name, expected: "gzip data to its end", found: "the end of the file before")
      }
      filled += try inflate(
        into: UnsafeMutableRawBufferPointer(rebasing: target[filled...]))
    }
    return filled
  }

  /// Inflates as much as the source's present piece gives and the target takes.
  private func inflate(
    into target: UnsafeMutableRawBufferPointer
  ) throws(IDXError) -> Int {
    let bytes = source.piece.assumingMemoryBound(to: UInt8.self)
    let room = target.assumingMemoryBound(to: UInt8.self)
    let given = UInt32(clamping: bytes.count)
    let free = UInt32(clamping: room.count)
    stream.pointee.next_in = UnsafeMutablePointer(mutating: bytes.baseAddress)
    stream.pointee.avail_in = given
    stream.pointee.next_out = room.baseAddress
    stream.pointee.avail_out = free
    let status = CZlib.inflate(stream, Z_NO_FLUSH)
    source.drop(Int(given - stream.pointee.avail_in))
    switch status {
    case Z_OK: break
    case Z_STREAM_END: try endMember()
    default:
      let reason = stream.pointee.msg.map { String(cString: $0) } ?? "status \(status)"
      throw IDXError(name, expected: "intact gzip data", found: reason)
    }
    return Int(free - stream.pointee.avail_out)
  }

  /// A gzip file is one member or several, one behind the other.
  private func endMember() throws(IDXError) {
    guard try source.hasMore() else {
      ended = true
      return
    }
    guard source.piece[0] == Self.magic[0] else {
      throw IDXError(name, expected: "the end after the gzip data", found: "more bytes")
    }
    inflateReset(stream)
  }
}
