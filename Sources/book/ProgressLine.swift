import ChapterKit
import Foundation

/// What is being done and for how long, in one line on standard error; drawn only to a
/// terminal that can erase it again.
struct ProgressLine {
  private var label = ""
  private var start = ContinuousClock.now
  private let isShown =
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"

  /// Begins anew with another label.
  mutating func begin(_ label: String) {
    (self.label, start) = (label, .now)
    draw()
  }

  func draw() {
    let seconds = Int(start.duration(to: .now) / .seconds(1))
    write("\r\(label)  \(seconds) s\u{1B}[K")
  }

  func erase() { write("\r\u{1B}[K") }

  private func write(_ text: String) {
    if isShown { StandardError.write(text) }
  }
}
