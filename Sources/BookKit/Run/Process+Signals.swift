import Foundation
import Synchronization

extension Process {
  /// Runs the process and `body`, and waits for its end. Ctrl-C (SIGINT) and SIGTERM go
  /// to the process, which Foundation has put into a group of its own, where those of a
  /// terminal do not reach it; says whether one came.
  func runToEnd(_ body: () -> Void = {}) throws -> Bool {
    wasSignalled.store(false, ordering: .relaxed)
    let former = [SIGINT, SIGTERM].map { number in
      (number, signal(number) { passOn($0) })
    }
    defer { for (number, action) in former { signal(number, action) } }
    try run()
    running.store(processIdentifier, ordering: .relaxed)
    // One that came before there was a process to pass it on to.
    if wasSignalled.load(ordering: .relaxed) { kill(processIdentifier, SIGINT) }
    body()
    waitUntilExit()
    running.store(0, ordering: .relaxed)
    return wasSignalled.load(ordering: .relaxed)
  }
}

/// The process that is running, or 0.
private let running = Atomic<Int32>(0)
private let wasSignalled = Atomic<Bool>(false)

/// All that a handler may do is to set a flag and to send a signal.
private func passOn(_ number: Int32) {
  wasSignalled.store(true, ordering: .relaxed)
  let process = running.load(ordering: .relaxed)
  if process > 0 { kill(process, number) }
}
