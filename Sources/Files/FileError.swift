#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What is wrong with a file: it cannot be read or written, or it does not hold what it
/// should.
public struct FileError: Error, Equatable, CustomStringConvertible, Sendable {
  /// One line, whatever the path and the file hold:
  /// `Output/log.txt: cannot be written: No space left on device`, or
  /// `seven.png: expected a PNG image, found a JPEG image`.
  public let description: String

  /// The error that a file holds `found` where it should hold `expected`.
  public init(_ path: String, expected: String, found: String) {
    description = "\(path): expected \(expected), found \(found)".inOneLine
  }

  /// The error that a file `cannot be read` or `cannot be written`.
  init(_ path: String, _ mistake: String, reason: String? = nil) {
    // Without a reason, that which the system gives for the last call.
    let reason = reason ?? String(cString: strerror(errno))
    description = "\(path): \(mistake): \(reason)".inOneLine
  }
}

let unreadable = "cannot be read"
let unwritable = "cannot be written"
