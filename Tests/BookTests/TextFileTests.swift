import TestSupport
import Testing

@testable import BookKit

/// Bytes that a text should not have are named with their first line.
@Suite struct TextFileTests {
  @Test(arguments: [
    ("", []), ("a\n", ["a"]), ("a\n\n b\n", ["a", "", " b"]), ("\n", [""]),
  ])
  func linesOfAText(text: String, lines: [String]) {
    let file = TextFile(path: "a.txt", bytes: Array(text.utf8))
    #expect(file.lines == lines)
    #expect(file.problems.isEmpty)
  }

  @Test(arguments: [
    (
      [0xEF, 0xBB, 0xBF, 0x61, 10], 1,
      "expected text, found a byte-order mark before it"
    ),
    (
      Array("a\nb\r\nc\r\n".utf8), 2, "expected a line that ends in LF, found CR LF"
    ),
    ([0x61, 10, 0, 10], 2, "expected text, found a NUL byte"),
    // What is no text has no other mistake.
    (
      [0x61, 10, 0, 10, 0xFF, 13, 10, 10, 0xFF], 3,
      "expected UTF-8 text, found other bytes"
    ),
    (
      Array("a\nb".utf8), 2,
      "expected a line end at the end of the file, found none"
    ),
  ])
  func bytesThatAreWrong(bytes: [UInt8], line: Int, message: String) {
    #expect(
      TextFile(path: "a.txt", bytes: bytes).problems == [
        Problem("a.txt", line, message)
      ])
  }

  @Test(arguments: ["book.md", "Chapters/1-Walk/Walk.swift", "Output/1-Walk/log.txt"])
  func theBookItsSourcesAndItsLogsAreSuchTexts(path: String) throws {
    let package = try SmallPackage()
    try package.write(path, "\u{FEFF}" + (try package.read(path)))
    for arguments in [[], ["--check"]] {
      let run = try ProgramRun("book", arguments + package.options)
      #expect(run.status == 1)
      #expect(
        run.errors.hasPrefix(
          "\(path):1: error: expected text, found a byte-order mark before it\n"))
      #expect(run.errors.split(separator: "\n").count <= 2)
    }
  }
}
