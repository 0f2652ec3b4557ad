#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard error, where everything goes that is not part of a log.
package enum StandardError {
  /// Whether somebody is looking at it.
  package static var isTerminal: Bool { isatty(STDERR_FILENO) == 1 }

  /// Writes the text as it is, at once.
  package static func write(_ text: String) {
    // Its result does not matter: there is nobody left to tell.
    #if canImport(Glibc)
      _ = Glibc.write(STDERR_FILENO, text, text.utf8.count)
    #elseif canImport(Darwin)
      _ = Darwin.write(STDERR_FILENO, text, text.utf8.count)
    #endif
  }
}
