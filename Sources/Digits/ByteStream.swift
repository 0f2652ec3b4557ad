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

  /// Fills all the buffer with numbers, which come with their highest byte first.
  func fill<Scalar: IDXElement>(
    _ numbers: UnsafeMutableBufferPointer<Scalar>, of size: Int
  ) throws(IDXError) {
    let bytes = UnsafeMutableRawBufferPointer(numbers)
    let count = try read(into: bytes)
    guard count == size else { throw shortage(of: size, found: count) }
    bytes.makeNative(elementSize: MemoryLayout<Scalar>.size)
  }

  /// The next `count` numbers, in memory that at most doubles with what was there.
  func scalars<Scalar: IDXElement>(count: Int) throws(IDXError) -> [Scalar] {
    let size = MemoryLayout<Scalar>.size
    var scalars: [Scalar] = []
    while scalars.count < count {
      let known = scalars.count
      let room = min(count - known, max(known, 1 << 16))
      try scalars.append(addingCapacity: room) { span throws(IDXError) in
        try span.withUnsafeMutableBufferPointer { buffer, filled throws(IDXError) in
          let bytes = UnsafeMutableRawBufferPointer(buffer)
          let read = try self.read(into: bytes)
          guard read == room * size else {
            throw self.shortage(of: count * size, found: known * size + read)
          }
          bytes.makeNative(elementSize: size)
          filled = room
        }
      }
    }
    return scalars
  }

  private func shortage(of size: Int, found: Int) -> IDXError {
    IDXError(name, expected: "\(size) bytes after the header", found: "\(found)")
  }
}

extension UnsafeMutableRawBufferPointer {
  /// Turns numbers with their highest byte first into the machine's own.
  fileprivate func makeNative(elementSize: Int) {
    switch elementSize {
    case 2: makeNative(UInt16.self)
    case 4: makeNative(UInt32.self)
    case 8: makeNative(UInt64.self)
    default: break
    }
  }

  private func makeNative<Word: FixedWidthInteger & BitwiseCopyable>(_: Word.Type) {
    for offset in stride(from: 0, to: count, by: MemoryLayout<Word>.size) {
      let word = load(fromByteOffset: offset, as: Word.self)
      storeBytes(of: Word(bigEndian: word), toByteOffset: offset, as: Word.self)
    }
  }
}
