import Foundation

/// What is being done and for how long, in one line on standard error; drawn only to a
/// terminal, and erased at the end.
struct Progress: ~Copyable {
  private let label: String
  private let start = ContinuousClock.now
  private let isShown = isatty(STDERR_FILENO) == 1

  init(_ label: String) {
    self.label = label
    draw()
  }

  func draw() {
    let seconds = Int(start.duration(to: .now) / .seconds(1))
    write("\r\(label)  \(seconds) s\u{1B}[K")
  }

  func erase() { write("\r\u{1B}[K") }

  deinit { erase() }

  private func write(_ text: String) {
    if isShown { FileHandle.standardError.write(Data(text.utf8)) }
  }
}
