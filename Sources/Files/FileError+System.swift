#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

extension FileError {
  /// The error that a file `cannot be read` or `cannot be written`.
  init(_ path: String, _ mistake: String, reason: String? = nil) {
    // Without a reason, that which the system gives for the last call.
    let reason = reason ?? String(cString: strerror(errno))
    description = "\(path): \(mistake): \(reason)".inOneLine
  }
}

let unreadable = "cannot be read"
let unwritable = "cannot be written"
