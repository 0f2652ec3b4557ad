#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// The files that a chapter leaves, kept in memory until the chapter is done: a run that
/// fails changes nothing on disk.
public final class OutputFolder {
  private let path: String
  private var files: [(name: String, bytes: [UInt8])] = []

  init(_ path: String) {
    self.path = path
  }

  /// Adds a text file, such as `loss.csv` or `keras/loss.csv`.
  public func add(_ name: String, _ text: String) {
    add(name, Array(text.utf8))
  }

  /// Adds a file.
  public func add(_ name: String, _ bytes: [UInt8]) {
    files.append((name, bytes))
  }

  /// Writes all files, each beside its place first and then renamed into it, so that a
  /// file is the old one or the new one and never half of it.
  func save() throws(OutputError) {
    for (name, bytes) in files {
      let file = "\(path)/\(name)"
      try makeFolder(String(file[..<file.lastIndex(of: "/")!]))
      let temporary = "\(file).\(getpid()).part"
      do throws(OutputError) {
        try write(bytes, to: temporary)
        guard rename(temporary, file) == 0 else { throw OutputError(file) }
      } catch {
        unlink(temporary)
        throw error
      }
    }
  }

  private func makeFolder(_ path: String) throws(OutputError) {
    if path.isEmpty || mkdir(path, 0o777) == 0 || isFolder(path) { return }
    guard errno == ENOENT, let slash = path.lastIndex(of: "/") else {
      throw OutputError(path)
    }
    try makeFolder(String(path[..<slash]))
    guard mkdir(path, 0o777) == 0 || isFolder(path) else { throw OutputError(path) }
  }

  private func isFolder(_ path: String) -> Bool {
    let reason = errno
    defer { errno = reason }
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func write(_ bytes: [UInt8], to path: String) throws(OutputError) {
    guard let file = fopen(path, "wb") else { throw OutputError(path) }
    let isWhole =
      fwrite(bytes, 1, bytes.count, file) == bytes.count && fflush(file) == 0
    let error = OutputError(path)
    guard fclose(file) == 0, isWhole else { throw isWhole ? OutputError(path) : error }
  }
}

/// A file that could not be written.
struct OutputError: Error, CustomStringConvertible {
  let description: String

  /// What went wrong last, at `path`.
  init(_ path: String) {
    description = "cannot write \(path): \(String(cString: strerror(errno)))"
  }
}
