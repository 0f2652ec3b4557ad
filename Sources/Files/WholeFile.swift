#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a regular file, of which there may be at most `limit`.
public func readWhole(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
  let file = try RegularFile(path)
  guard file.size <= limit else {
    throw FileError(path, unreadable, reason: "it has more than \(limit) bytes")
  }
  var bytes: [UInt8] = []
  let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)
  defer { chunk.deallocate() }
  while true {
    let count = try file.read(into: chunk)
    if count == 0 { return bytes }
    bytes += chunk[..<count]
    // It may have grown since.
    guard bytes.count <= limit else {
      throw FileError(path, unreadable, reason: "it has more than \(limit) bytes")
    }
  }
}

/// Writes a file under a temporary name in the same folder and renames it into place, so
/// that it is the old one or the new one and never half of it. A durable one is on disk,
/// too, before the old one goes: that holds even if the power fails.
public func writeWhole(
  _ bytes: [UInt8], to path: String, isDurable: Bool = false
) throws(FileError) {
  try writeTogether([(path, bytes)], areDurable: isDurable)
}

/// Writes files as `writeWhole` does, none of them if one cannot be: all stand whole
/// under their temporary names before the first is renamed.
public func writeTogether(
  _ files: [(path: String, bytes: [UInt8])], areDurable: Bool = false
) throws(FileError) {
  let parts = files.map { Part(path: $0.path) }
  do throws(FileError) {
    for (part, file) in zip(parts, files) {
      try part.write(file.bytes, isDurable: areDurable)
    }
    // The one mistake that only renaming would meet.
    for part in parts where isFolder(part.path) {
      throw FileError(part.path, unwritable, reason: "a folder, not a file")
    }
    for part in parts { try part.putInPlace() }
  } catch {
    for part in parts { unlink(part.temporary) }
    throw error
  }
}

/// A file that is not in its place yet.
private struct Part {
  let path: String

  /// The process's number keeps two programs that write the same file apart.
  var temporary: String { "\(path).\(getpid()).part" }

  func write(_ bytes: [UInt8], isDurable: Bool) throws(FileError) {
    guard let file = fopen(temporary, "wb") else { throw FileError(path, unwritable) }
    var error: FileError?
    if fwrite(bytes, 1, bytes.count, file) != bytes.count {
      error = FileError(path, unwritable)
    }
    if isDurable, error == nil, fflush(file) != 0 || fsync(fileno(file)) != 0 {
      error = FileError(path, unwritable)
    }
    // What was buffered may fail only now.
    if fclose(file) != 0, error == nil { error = FileError(path, unwritable) }
    if let error { throw error }
  }

  func putInPlace() throws(FileError) {
    guard rename(temporary, path) == 0 else { throw FileError(path, unwritable) }
  }
}
