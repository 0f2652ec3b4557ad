import Files

/// The bytes of a file, or of memory, a piece at a time.
final class ByteSource: ByteStream {
  let name: String

  /// The file's size; nothing but the memory to take at first depends on it. Capped at
  /// a gibibyte, because a file may have holes: more size than bytes on the disk.
  let plausibleSize: Int

  /// The bytes of the present piece that nobody has taken.
  private(set) var piece: UnsafeRawBufferPointer

  private let file: RegularFile?
  private let buffer: UnsafeMutableRawBufferPointer

  /// The bytes of memory that outlives the source.
  init(memory: UnsafeRawBufferPointer, name: String) {
    self.name = name
    plausibleSize = memory.count
    piece = memory
    file = nil
    buffer = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  }

  /// The bytes of a file, which must be a regular one.
  init(path: String) throws(IDXError) {
    do throws(FileError) {
      file = try RegularFile(path)
    } catch {
      throw IDXError(error)
    }
    name = path
    plausibleSize = min(file!.size, 1 << 30)
    piece = UnsafeRawBufferPointer(start: nil, count: 0)
    buffer = .allocate(byteCount: 1 << 18, alignment: 16)
  }

  deinit { buffer.deallocate() }

  /// Makes sure that the present piece has bytes, and says whether there are any.
  func hasMore() throws(IDXError) -> Bool {
    guard piece.isEmpty, let file else { return !piece.isEmpty }
    do throws(FileError) {
      let count = try file.read(into: buffer)
      piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      return count > 0
    } catch {
      throw IDXError(error)
    }
  }

  /// Takes the first bytes of the present piece away.
  func drop(_ count: Int) {
    piece = UnsafeRawBufferPointer(rebasing: piece[count...])
  }

  func read(into target: UnsafeMutableRawBufferPointer) throws(IDXError) -> Int {
    var filled = 0
    while filled < target.count, try hasMore() {
      let count = min(piece.count, target.count - filled)
      let free = UnsafeMutableRawBufferPointer(rebasing: target[filled...])
      free.copyMemory(from: UnsafeRawBufferPointer(rebasing: piece[..<count]))
      drop(count)
      filled += count
    }
    return filled
  }
}

extension IDXError {
  fileprivate init(_ error: FileError) {
    self.init(error.path, expected: "a file that can be read", found: error.reason)
  }
}
