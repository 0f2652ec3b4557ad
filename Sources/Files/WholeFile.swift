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

/// Writes files as `writeWhole` does, none of them if one cannot be written: all stand
/// whole under their temporary names before the first is renamed. Only a rename that the
/// system refuses all the same, such as one over a file that it protects, leaves those
/// before it done.
public func writeTogether(
  _ files: [(path: String, bytes: [UInt8])], areDurable: Bool = false
) throws(FileError) {
  let temporaries = files.map { TemporaryFile(path: $0.path) }
  do throws(FileError) {
    for (temporary, file) in zip(temporaries, files) {
      try temporary.write(file.bytes, isDurable: areDurable)
    }
    for temporary in temporaries { try temporary.requirePlace() }
    for temporary in temporaries { try temporary.putInPlace() }
  } catch {
    for temporary in temporaries { temporary.remove() }
    throw error
  }
}

/// Sees that `writeWhole` could write a file here, and leaves what is there as it is.
public func requireWritable(_ path: String) throws(FileError) {
  let temporary = TemporaryFile(path: path)
  defer { temporary.remove() }
  try temporary.write([], isDurable: false)
  try temporary.requirePlace()
}

/// A file that is written beside its place, to be renamed into it.
private struct TemporaryFile {
  let path: String

  /// Where the file will stand: behind a link, where that leads.
  private let place: String

  init(path: String) {
    self.path = path
    let target = realpath(path, nil)
    defer { free(target) }
    place = target.map { String(cString: $0) } ?? path
  }

  /// The process's number keeps two programs that write the same file apart.
  private var temporaryPath: String { "\(place).\(getpid()).part" }

  /// Sees that there is a file to replace, or nothing: a folder would refuse it, and a
  /// device would be gone.
  func requirePlace() throws(FileError) {
    var status = stat()
    guard stat(path, &status) == 0 else { return }
    try requireRegular(status, path, unwritable)
  }

  func write(_ bytes: [UInt8], isDurable: Bool) throws(FileError) {
    guard let file = fopen(temporaryPath, "wb") else {
      throw FileError(path, unwritable)
    }
    var error: FileError?
    if fwrite(bytes, 1, bytes.count, file) != bytes.count {
      error = FileError(path, unwritable)
    }
    if isDurable, error == nil, fflush(file) != 0 || !isFlushed(fileno(file)) {
      error = FileError(path, unwritable)
    }
    // What was buffered may fail only now.
    if fclose(file) != 0, error == nil { error = FileError(path, unwritable) }
    if let error { throw error }
  }

  func putInPlace() throws(FileError) {
    guard rename(temporaryPath, place) == 0 else { throw FileError(path, unwritable) }
  }

  func remove() { unlink(temporaryPath) }
}

/// Waits until a file is on disk, and says whether it is.
private func isFlushed(_ descriptor: Int32) -> Bool {
  #if canImport(Darwin)
    // There, `fsync` leaves it in the drive's own memory. Not every file system has the
    // stronger call.
    if fcntl(descriptor, F_FULLFSYNC) == 0 { return true }
  #endif
  return fsync(descriptor) == 0
}
