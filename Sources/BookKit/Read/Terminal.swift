import Foundation

/// The terminal that standard input and output are connected to.
final class Terminal {
  /// Columns and rows, and the pixels of a cell.
  struct Size {
    var columns = 80
    var rows = 24
    var cellWidth = 8
    var cellHeight = 16
  }

  private var original = termios()

  /// The terminal; nil where input or output go elsewhere.
  init?() {
    guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1,
      tcgetattr(STDIN_FILENO, &original) == 0
    else { return nil }
  }

  /// Its size at this moment.
  var size: Size {
    var window = winsize()
    var size = Size()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0,
      window.ws_row > 0
    else { return size }
    (size.columns, size.rows) = (Int(window.ws_col), Int(window.ws_row))
    if window.ws_xpixel > 0, window.ws_ypixel > 0 {
      size.cellWidth = max(1, Int(window.ws_xpixel) / size.columns)
      size.cellHeight = max(1, Int(window.ws_ypixel) / size.rows)
    }
    return size
  }

  /// Calls `body` while keys come one by one, and are not shown.
  func withKeys<Result>(_ body: () throws -> Result) rethrows -> Result {
    var raw = original
    raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw)
    defer { tcsetattr(STDIN_FILENO, TCSAFLUSH, &original) }
    return try body()
  }

  /// Calls `body` while keys make lines, as other programs expect it.
  func withLines(_ body: () -> Void) {
    var keys = termios()
    tcgetattr(STDIN_FILENO, &keys)
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &original)
    body()
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &keys)
  }

  /// Waits for a key: a character, or the sequence of an arrow. Nil at the end of input.
  func key() -> String? {
    guard let first = byte(within: -1) else { return nil }
    var bytes = [first]
    // The rest of a sequence, or of a character, comes at once.
    while (bytes[0] == 0x1B || bytes[0] >= 0x80), let next = byte(within: 20) {
      bytes.append(next)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether the terminal says that it shows sixels: attribute 4 of its answer to the
  /// question for its attributes (DA1), which every terminal since the VT100 answers.
  /// Who says nothing in a fifth of a second shows none.
  func showsSixels() -> Bool {
    write("\u{1B}[c")
    var answer: [UInt8] = []
    while answer.count < 64, let next = byte(within: 200) {
      answer.append(next)
      if next == UInt8(ascii: "c") { break }
    }
    let text = String(decoding: answer, as: UTF8.self)
    guard text.hasPrefix("\u{1B}[?"), text.hasSuffix("c") else { return false }
    return text.dropFirst(3).dropLast().split(separator: ";").contains("4")
  }

  func write(_ text: String) {
    FileHandle.standardOutput.write(Data(text.utf8))
  }

  /// The next byte of the input; nil after so many milliseconds, or at its end.
  private func byte(within milliseconds: Int32) -> UInt8? {
    var event = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    guard poll(&event, 1, milliseconds) > 0 else { return nil }
    var byte: UInt8 = 0
    return read(STDIN_FILENO, &byte, 1) == 1 ? byte : nil
  }
}
