import Testing

@testable import BookKit

/// Bytes that a text should not have are named with their first line.
@Suite struct TextFileTests {
  private func problems(_ bytes: [UInt8]) -> [String] {
    TextFile(path: "a.txt", bytes: bytes).problems.map(\.description)
  }

  @Test(arguments: [
    ("", []), ("a\n", ["a"]), ("a\n\n b\n", ["a", "", " b"]), ("\n", [""]),
  ])
  func linesOfAText(text: String, lines: [String]) {
    let file = TextFile(path: "a.txt", bytes: Array(text.utf8))
    #expect(file.lines == lines)
    #expect(file.problems.isEmpty)
  }

  @Test func aByteOrderMark() {
    #expect(
      problems([0xEF, 0xBB, 0xBF, 0x61, 10])
        == ["a.txt:1: error: expected text, found a byte-order mark before it"])
  }

  @Test func linesOfCRLF() {
    #expect(
      problems(Array("a\nb\r\nc\r\n".utf8))
        == ["a.txt:2: error: expected a line that ends in LF, found CR LF"])
  }

  @Test func aNUL() {
    #expect(
      problems([0x61, 10, 0, 10]) == ["a.txt:2: error: expected text, found a NUL byte"]
    )
  }

  @Test func whatIsNoUTF8HasNoOtherMistake() {
    #expect(
      problems([0x61, 10, 0, 10, 0xFF, 13, 10, 10, 0xFF])
        == ["a.txt:3: error: expected UTF-8 text, found other bytes"])
  }

  @Test func aLastLineThatDoesNotEnd() {
    #expect(
      problems(Array("a\nb".utf8)) == [
        "a.txt:2: error: expected a line end at the end of the file, found none"
      ])
  }

  @Test(arguments: ["book.md", "Chapters/1-Walk/Walk.swift", "Output/1-Walk/log.txt"])
  func theBookItsSourcesAndItsLogsAreSuchTexts(path: String) throws {
    let package = try SmallPackage()
    try package.write(path, "\u{FEFF}" + (try package.read(path)))
    for arguments in [[], ["--check"]] {
      let run = try BookRun(arguments + package.options)
      #expect(run.status == 1)
      #expect(
        run.errors.hasPrefix(
          "\(path):1: error: expected text, found a byte-order mark before it\n"))
      #expect(run.errors.split(separator: "\n").count <= 2)
    }
    #expect(try BookRun(["read", "1", "--package", package.root]).status == 1)
  }
}
