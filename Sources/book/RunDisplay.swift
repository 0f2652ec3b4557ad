import BookKit
import ChapterKit

/// Shows what the book's commands print, and how long each has been running.
final class RunDisplay {
  /// Why standard output took no more.
  private(set) var failure: StandardOutput.Failure?
  private let showsOutput: Bool
  private var progress = ProgressLine()

  init(showsOutput: Bool) {
    self.showsOutput = showsOutput
  }

  func show(_ event: Runner.Event) {
    switch event {
    case .began(let command, let number, let count):
      print(Array("== \(command.text)\n".utf8))
      progress.begin("\(number) of \(count)  \(command.text)")
    case .printed(let bytes):
      progress.erase()
      print(bytes)
    case .isRunning: progress.draw()
    }
  }

  func end() { progress.erase() }

  private func print(_ bytes: [UInt8]) {
    guard showsOutput, failure == nil else { return }
    do {
      try StandardOutput.write(String(decoding: bytes, as: UTF8.self))
    } catch {
      failure = error
    }
  }
}
