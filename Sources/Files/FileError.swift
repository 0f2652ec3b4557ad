#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A file that could not be read or written, and why.
public struct FileError: Error, Equatable, CustomStringConvertible, Sendable {
  /// The path of the file.
  public let path: String
  /// What was tried: `cannot be read` or `cannot be written`.
  let mistake: String
  /// Why not, as in `No such file or directory` or `a folder, not a file`.
  public let reason: String

  /// One line: `Output/log.txt: cannot be written: No space left on device`.
  public var description: String { "\(path): \(mistake): \(reason)".inOneLine }

  init(_ path: String, _ mistake: String, reason: String? = nil) {
    self.path = path
    self.mistake = mistake
    // Without a reason, that which the system gives for the last call.
    self.reason = reason ?? String(cString: strerror(errno))
  }
}

let unreadable = "cannot be read"
let unwritable = "cannot be written"
