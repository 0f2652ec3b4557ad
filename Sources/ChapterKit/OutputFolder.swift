#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif
import Plotting

/// The files that a chapter leaves, kept in memory until the chapter is done: a run that
/// fails changes nothing on disk.
public final class OutputFolder {
  private let path: String
  private var files: [(name: String, write: (_ path: String) throws -> Void)] = []

  init(_ path: String) {
    self.path = path
  }

  /// Adds a text file, such as `loss.csv` or `keras/loss.csv`.
  public func add(_ name: String, _ text: String) {
    files.append((name, { path in try writeWhole(Array(text.utf8), to: path) }))
  }

  /// Adds a picture, such as `digit.png`.
  public func add(_ name: String, _ image: Image) {
    files.append((name, { path in try image.write(to: path) }))
  }

  /// Draws a figure and adds it.
  public func add(_ name: String, _ figure: Figure) {
    add(name, figure.image())
  }

  /// Writes all files, each of them whole or not at all.
  func save() throws {
    for (name, write) in files {
      let file = "\(path)/\(name)"
      try makeFolder(String(file[..<file.lastIndex(of: "/")!]))
      try write(file)
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
}

/// Writes a file beside its place first and then renames it into it, so that it is the
/// old one or the new one and never half of it.
private func writeWhole(_ bytes: [UInt8], to path: String) throws(OutputError) {
  let temporary = "\(path).\(getpid()).part"
  guard let file = fopen(temporary, "wb") else { throw OutputError(path) }
  let isWhole = fwrite(bytes, 1, bytes.count, file) == bytes.count && fflush(file) == 0
  let error = OutputError(path)
  guard fclose(file) == 0, isWhole, rename(temporary, path) == 0 else {
    let last = OutputError(path)
    unlink(temporary)
    throw isWhole ? last : error
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
