#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a file, or of memory, a piece at a time.
///
/// The one place that talks to the system's files.
final class ByteSource: ByteStream {
  let name: String

  /// The file's size; nothing but the memory to take at first depends on it. Capped at
  /// a gibibyte, because a file may have holes: more size than bytes on the disk.
  let plausibleSize: Int

  /// The bytes of the present piece that nobody has taken.
  private(set) var piece: UnsafeRawBufferPointer

  private let descriptor: Int32?
  private let buffer: UnsafeMutableRawBufferPointer

  /// The bytes of memory that outlives the source.
  init(memory: UnsafeRawBufferPointer, name: String) {
    self.name = name
    plausibleSize = memory.count
    piece = memory
    descriptor = nil
    buffer = UnsafeMutableRawBufferPointer(start: nil, count: 0)
  }

  /// The bytes of a file, which must be a regular one.
  init(path: String) throws(IDXError) {
    // Without O_NONBLOCK, opening a pipe waits for its other end.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw IDXError(path, systemError: errno) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let code = errno
      close(descriptor)
      throw IDXError(path, systemError: code)
    }
    let kind = status.st_mode & S_IFMT
    guard kind == S_IFREG else {
      close(descriptor)
      throw IDXError(
        path, expected: "a regular file",
        found: kind == S_IFDIR ? "a folder" : "a pipe or device")
    }
    name = path
    plausibleSize = min(Int(status.st_size), 1 << 30)
    piece = UnsafeRawBufferPointer(start: nil, count: 0)
    self.descriptor = descriptor
    buffer = .allocate(byteCount: 1 << 18, alignment: 16)
  }

  deinit {
    if let descriptor { close(descriptor) }
    buffer.deallocate()
  }

  /// Whether nothing stands at a path.
  static func isMissing(_ path: String) -> Bool {
    access(path, F_OK) != 0 && errno == ENOENT
  }

  /// Makes sure that the present piece has bytes, and says whether there are any.
  func hasMore() throws(IDXError) -> Bool {
    guard piece.isEmpty, let descriptor else { return !piece.isEmpty }
    var count = 0
    while count < buffer.count {
      let free = UnsafeMutableRawBufferPointer(rebasing: buffer[count...])
      let read = Self.read(descriptor, into: free)
      guard read >= 0 else { throw IDXError(name, systemError: errno) }
      if read == 0 { break }
      count += read
    }
    piece = UnsafeRawBufferPointer(rebasing: buffer[..<count])
    return count > 0
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

  /// `read`, started again where a signal interrupted it.
  private static func read(
    _ descriptor: Int32, into target: UnsafeMutableRawBufferPointer
  ) -> Int {
    while true {
      #if canImport(Glibc)
        let count = Glibc.read(descriptor, target.baseAddress, target.count)
      #elseif canImport(Darwin)
        let count = Darwin.read(descriptor, target.baseAddress, target.count)
      #endif
      if count >= 0 || errno != EINTR { return count }
    }
  }
}

extension IDXError {
  fileprivate init(_ file: String, systemError code: Int32) {
    self.init(
      file, expected: "a file that can be read",
      found: String(cString: strerror(code)))
  }
}
