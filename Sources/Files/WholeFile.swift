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
  // The process's number keeps two programs that write the same file apart.
  let temporary = "\(path).\(getpid()).part"
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
  if error == nil, rename(temporary, path) != 0 { error = FileError(path, unwritable) }
  if let error {
    remove(temporary)
    throw error
  }
}

/// Makes a folder and those around it, where they do not exist.
public func makeFolder(_ path: String) throws(FileError) {
  if path.isEmpty || mkdir(path, 0o777) == 0 || isFolder(path) { return }
  guard errno == ENOENT, let slash = path.lastIndex(of: "/") else {
    throw FileError(path, unwritable)
  }
  try makeFolder(String(path[..<slash]))
  guard mkdir(path, 0o777) == 0 || isFolder(path) else {
    throw FileError(path, unwritable)
  }
}

/// Whether there is a folder of this path; leaves `errno` as it was.
private func isFolder(_ path: String) -> Bool {
  let reason = errno
  defer { errno = reason }
  var status = stat()
  return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
}
