/// Bytes that come in order from somewhere, once.
protocol ByteStream: AnyObject {
  /// What errors call the file.
  var name: String { get }

  /// How many bytes a reader may make room for before it has seen them.
  var plausibleSize: Int { get }

  /// Fills the buffer, or as much of it as there are bytes left, and says how much.
  func read(into buffer: UnsafeMutableRawBufferPointer) throws(IDXError) -> Int
}

extension ByteStream {
  /// The next bytes, `count` of them unless the stream ends before.
  func bytes(_ count: Int) throws(IDXError) -> [UInt8] {
    try Array(unsafeUninitializedCapacity: count) { buffer, read throws(IDXError) in
      read = try self.read(into: UnsafeMutableRawBufferPointer(buffer))
    }
  }

  /// Fills all the buffer.
  func fill(_ buffer: UnsafeMutableRawBufferPointer) throws(IDXError) {
    let count = try read(into: buffer)
    guard count == buffer.count else {
      throw shortage(of: buffer.count, found: count)
    }
  }

  /// The next `count` bytes, in memory that at most doubles with what was there.
  func growingBytes(_ count: Int) throws(IDXError) -> [UInt8] {
    var bytes: [UInt8] = []
    while bytes.count < count {
      let room = min(count - bytes.count, max(bytes.count, 1 << 16))
      let next = try self.bytes(room)
      bytes += next
      guard next.count == room else { throw shortage(of: count, found: bytes.count) }
    }
    return bytes
  }

  private func shortage(of size: Int, found: Int) -> IDXError {
    IDXError(name, expected: "\(size) bytes after the header", found: "\(found)")
  }
}
