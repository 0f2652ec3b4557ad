#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Standard error, where everything goes that is not part of a log.
package enum StandardError {
  /// Whether somebody is looking at it on a terminal that can erase a line.
  package static var isTerminal: Bool {
    guard isatty(STDERR_FILENO) == 1, let name = getenv("TERM") else { return false }
    return !["", "dumb"].contains(String(cString: name))
  }

  /// How many characters fit in a line of the terminal.
  package static var columns: Int {
    var size = winsize()
    let isKnown = ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0
    return isKnown ? Int(size.ws_col) : 80
  }

  /// Writes the text as it is, at once.
  package static func write(_ text: String) {
    // Its result does not matter: there is nobody left to tell.
    _ = systemWrite(STDERR_FILENO, Array(text.utf8)[...])
  }
}
