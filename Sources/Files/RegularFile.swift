#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that is open to be read from its beginning: a regular one, because a folder
/// has no bytes, and a pipe or device may have no end.
public final class RegularFile {
  /// The file's path.
  public let path: String
  /// How many bytes it has; there may be fewer on the disk, where the file has holes.
  public let size: Int

  private let descriptor: Int32

  /// Opens a file.
  public init(_ path: String) throws(FileError) {
    // Without O_NONBLOCK, opening a pipe waits for its other end.
    let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path, unreadable) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else {
      let error = FileError(path, unreadable)
      close(descriptor)
      throw error
    }
    do {
      try requireRegular(status, path, unreadable)
    } catch {
      close(descriptor)
      throw error
    }
    self.path = path
    self.descriptor = descriptor
    size = Int(status.st_size)
  }

  deinit { close(descriptor) }

  /// Reads the next bytes, as many as fit unless the file ends, and says how many.
  public func read(into buffer: UnsafeMutableRawBufferPointer) throws(FileError) -> Int
  {
    var filled = 0
    while filled < buffer.count {
      let free = UnsafeMutableRawBufferPointer(rebasing: buffer[filled...])
      let count = Self.read(descriptor, free.baseAddress, free.count)
      if count == 0 { break }
      if count > 0 {
        filled += count
      } else if errno != EINTR {  // A signal only interrupts.
        throw FileError(path, unreadable)
      }
    }
    return filled
  }

  /// The system's `read`, which a method of that name hides.
  private static func read(
    _ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int
  ) -> Int {
    #if canImport(Glibc)
      Glibc.read(descriptor, buffer, count)
    #elseif canImport(Darwin)
      Darwin.read(descriptor, buffer, count)
    #endif
  }
}

/// Refuses what is no regular file.
func requireRegular(
  _ status: stat, _ path: String, _ mistake: String
) throws(FileError) {
  let kind = status.st_mode & S_IFMT
  if kind == S_IFREG { return }
  throw FileError(
    path, mistake,
    reason: kind == S_IFDIR ? "a folder, not a file" : "a pipe or device, not a file")
}

/// Whether anything stands at a path, or at least something that hides whether it does.
public func exists(_ path: String) -> Bool {
  access(path, F_OK) == 0 || errno != ENOENT && errno != ENOTDIR
}
