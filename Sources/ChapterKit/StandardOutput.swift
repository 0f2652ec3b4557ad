#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard output, where logs go.
package enum StandardOutput {
  /// Standard output could not take all that was printed: the disk behind it is full, or
  /// nobody reads the pipe any more.
  package struct Failure: Error, CustomStringConvertible {
    package let description: String

    fileprivate init() {
      description =
        "standard output: cannot be written: \(String(cString: strerror(errno)))"
    }
  }

  /// Writes the text as it is, at once.
  ///
  /// Where a pipe's reader has gone, as in `swift run MLP --every-step | head -1`, the
  /// system ends the program here without a word (SIGPIPE), which is as it should be.
  package static func write(_ text: String) throws(Failure) {
    try write(Array(text.utf8))
  }

  /// Writes the bytes as they are, at once.
  package static func write(_ bytes: [UInt8]) throws(Failure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = systemWrite(STDOUT_FILENO, rest)
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw Failure()
      }
    }
  }

  /// Writes what `Swift.print` has kept back.
  package static func flush() throws(Failure) {
    guard fflush(nil) == 0 else { throw Failure() }
  }
}

/// The system's `write`, which the methods of that name hide.
func systemWrite(_ file: Int32, _ bytes: ArraySlice<UInt8>) -> Int {
  bytes.withUnsafeBytes { write(file, $0.baseAddress, $0.count) }
}
