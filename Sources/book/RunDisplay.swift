import BookKit
import ChapterKit
import Foundation

/// Shows what the book's commands print and, in a line on standard error that is erased
/// again, for how long each has been running.
final class RunDisplay {
  /// Why standard output took no more.
  private(set) var failure: StandardOutput.Failure?
  private let showsOutput: Bool
  /// Only a terminal can erase a line, and not every one.
  private let showsProgress =
    isatty(STDERR_FILENO) == 1 && ProcessInfo.processInfo.environment["TERM"] != "dumb"
  private var label = ""
  private var start = ContinuousClock.now

  init(showsOutput: Bool) {
    self.showsOutput = showsOutput
  }

  func show(_ event: Runner.Event) {
    switch event {
    case .began(let command, let number, let count):
      print(Array("== \(command.text)\n".utf8))
      (label, start) = ("\(number) of \(count)  \(command.text)", .now)
      drawProgress()
    case .printed(let bytes):
      eraseProgress()
      print(bytes)
    case .isRunning: drawProgress()
    }
  }

  func eraseProgress() {
    if showsProgress { StandardError.write("\r\u{1B}[K") }
  }

  private func drawProgress() {
    let seconds = Int(start.duration(to: .now) / .seconds(1))
    if showsProgress { StandardError.write("\r\(label)  \(seconds) s\u{1B}[K") }
  }

  private func print(_ bytes: [UInt8]) {
    guard showsOutput, failure == nil else { return }
    do {
      try StandardOutput.write(bytes)
    } catch {
      failure = error
    }
  }
}
