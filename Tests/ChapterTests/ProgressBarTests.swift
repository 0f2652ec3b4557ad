import Foundation
import TestSupport
import Testing

@testable import ChapterKit

@Suite struct ProgressBarTests {
  private let folder = TemporaryFolder()

  @Test func isAsWideAsTheTerminalAllows() {
    func line(_ columns: Int) -> String {
      ProgressBar.line("training", 0.5, "7 s left", columns: columns)
    }
    let half = String(repeating: "█", count: 15) + String(repeating: " ", count: 15)
    #expect(line(80) == "training \(half) 50 %  7 s left")
    #expect(line(29) == "training ██   50 %  7 s left")
    #expect(line(27) == "training 50 %  7 s left")
    #expect(line(20) == "50 %")
    #expect(line(4) == "")
    for columns in 1...100 { #expect(line(columns).count < columns) }
  }

  @Test func neverLeavesItsLineInANarrowTerminal() throws {
    let drawn = try training(term: "xterm", columns: 20)
    #expect(drawn.contains(" %"))
    for piece in drawn.split(separator: "\r") {
      #expect(piece.replacing("\u{1B}[K", with: "").count < 20)
    }
    #expect(!drawn.contains("\n"))
  }

  @Test(arguments: ["dumb", ""])
  func isNotDrawnToATerminalThatCannotEraseIt(term: String) throws {
    #expect(try training(term: term, columns: 80) == "")
  }

  /// What an epoch of training writes to a terminal on its standard error.
  private func training(term: String, columns: UInt16) throws -> String {
    var (terminal, other) = (Int32(-1), Int32(-1))
    var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    try #require(openPseudoTerminal(&terminal, &other, nil, nil, &size) == 0)
    defer { close(terminal) }
    let process = Process()
    process.executableURL = products.appending(path: "MLP")
    process.arguments = ["--epochs", "1", "--output", folder.path]
    process.environment = ["TERM": term]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle(fileDescriptor: other, closeOnDealloc: false)
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    close(other)
    // A terminal without a program at its other end gives what it holds, then fails.
    var text: [UInt8] = []
    var buffer = [UInt8](repeating: 0, count: 4096)
    while case let count = read(terminal, &buffer, buffer.count), count > 0 {
      text += buffer[..<count]
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// The C library's `openpty`, whose header Swift's module of it leaves out.
@_silgen_name("openpty")
private func openPseudoTerminal(
  _ terminal: UnsafeMutablePointer<Int32>, _ other: UnsafeMutablePointer<Int32>,
  _ name: UnsafeMutablePointer<CChar>?, _ settings: UnsafeMutableRawPointer?,
  _ size: UnsafeMutablePointer<winsize>
) -> Int32
