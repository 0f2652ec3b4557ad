#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The bytes of a regular file, of which there may be at most `limit`: a folder has none,
/// and a pipe or device may have no end.
public func readWhole(_ path: String, limit: Int) throws(FileError) -> [UInt8] {
  // Without O_NONBLOCK, opening a pipe waits for its other end.
  let descriptor = open(path, O_RDONLY | O_NONBLOCK | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError(path, unreadable) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw FileError(path, unreadable) }
  try requireRegular(status, path, unreadable)
  let excess = FileError(path, unreadable, reason: "it has more than \(limit) bytes")
  guard status.st_size <= limit else { throw excess }
  var bytes: [UInt8] = []
  bytes.reserveCapacity(Int(status.st_size))
  var chunk = [UInt8](repeating: 0, count: 1 << 16)
  while true {
    let count = read(descriptor, &chunk, chunk.count)
    if count == 0 { return bytes }
    if count < 0 {
      if errno == EINTR { continue }  // A signal only interrupts.
      throw FileError(path, unreadable)
    }
    bytes += chunk[..<count]
    // It may have grown since.
    guard bytes.count <= limit else { throw excess }
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

/// Refuses what is no regular file.
private func requireRegular(
  _ status: stat, _ path: String, _ mistake: String
) throws(FileError) {
  let kind = status.st_mode & S_IFMT
  if kind == S_IFREG { return }
  throw FileError(
    path, mistake,
    reason: kind == S_IFDIR ? "a folder, not a file" : "a pipe or device, not a file")
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
