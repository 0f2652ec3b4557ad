import Foundation
import TestSupport
import Testing

@testable import Files

@Suite struct WholeFileTests {
  private let folder = TemporaryFolder()

  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func whatIsWrittenIsReadBack(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
    try writeWhole(bytes, to: "\(folder.path)/file", isDurable: count % 2 == 0)
    #expect(try readWhole("\(folder.path)/file", limit: count) == bytes)
    #expect(try contents(folder) == ["file"])
  }

  @Test(arguments: [
    ("true", "No such file or directory"), (#"mkdir "$0""#, "a folder, not a file"),
    (#"mkfifo "$0""#, "a pipe or device, not a file"),
    (#"ln -s /dev/zero "$0""#, "a pipe or device, not a file"),
    (#"ln -s "$0" "$0""#, "Too many levels of symbolic links"),
    (#"printf 12345 >"$0""#, "it has more than 4 bytes"),
    // A hole of a tebibyte: more than there is memory for.
    (#"truncate -s 1T "$0""#, "it has more than 4 bytes"),
  ])
  func whatCannotBeReadIsNamed(making: String, reason: String) throws {
    let path = "\(folder.path)/file"
    try make(making, path)
    expectFault(in: path, "cannot be read: \(reason)") { try readWhole(path, limit: 4) }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func whatMustNotBeReadIsNamed() throws {
    try make(#"touch "$0" && chmod 0 "$0""#, "\(folder.path)/file")
    #expect(throws: FileError.self) { try readWhole("\(folder.path)/file", limit: 4) }
  }

  @Test func aLinkStaysAndWhatItLeadsToIsReplaced() throws {
    let (file, link) = ("\(folder.path)/file", "\(folder.path)/link")
    try writeWhole([1], to: file)
    #expect(symlink("file", link) == 0)
    try writeWhole([2], to: link)
    #expect(try readWhole(file, limit: 1) == [2])
    let target = try FileManager.default.destinationOfSymbolicLink(atPath: link)
    #expect(target == "file")
  }

  @Test func whetherAFileCouldBeWrittenIsSaidWithoutATrace() throws {
    try writeWhole([1], to: "\(folder.path)/file")
    try requireWritable("\(folder.path)/file")
    try requireWritable("\(folder.path)/new")
    #expect(throws: FileError.self) {
      try requireWritable("\(folder.path)/missing/file")
    }
    #expect(throws: FileError.self) { try requireWritable(folder.path) }
    #expect(try contents(folder) == ["file"])
    #expect(try readWhole("\(folder.path)/file", limit: 1) == [1])
  }

  @Test func anErrorIsOneLineWhateverThePath() {
    expectFault(
      in: #"no\u{a}such\u{1b}[31m\u{202e}\u{2028}file"#,
      "cannot be read: No such file or directory"
    ) {
      try readWhole("no\nsuch\u{1B}[31m\u{202E}\u{2028}file", limit: 1)
    }
  }
}

@Suite struct OneLineTests {
  @Test(arguments: [
    ("", ""), ("a\nb", "a\\u{a}b"), ("数字 é", "数字 é"),
    (String(repeating: "a", count: 80), String(repeating: "a", count: 80)),
    (String(repeating: "a", count: 81), String(repeating: "a", count: 79) + "…"),
    // Sixteen of them have 80 letters when they are escaped.
    (String(repeating: "\n", count: 16), String(repeating: "\\u{a}", count: 16)),
    (
      String(repeating: "\n", count: 1000),
      String(repeating: "\\u{a}", count: 15) + "\\u{a…"
    ),
  ])
  func aLongTextIsCutAsItIsShown(text: String, shown: String) {
    #expect(text.shortened == shown)
  }
}

@Suite struct WriteTogetherTests {
  private let folder = TemporaryFolder()

  @Test func allAreWritten() throws {
    try writeTogether([("\(folder.path)/a", [1]), ("\(folder.path)/b", [2])])
    #expect(try contents(folder) == ["a", "b"])
  }

  @Test(arguments: [
    ("no/b", "true", "No such file or directory", ["a"]),
    ("b", #"mkdir "$0""#, "a folder, not a file", ["a", "b"]),
    ("b", #"mkfifo "$0""#, "a pipe or device, not a file", ["a", "b"]),
  ])
  func noneIsWrittenWhenOneCannotBe(
    name: String, making: String, reason: String, left: [String]
  ) throws {
    try writeWhole([0], to: "\(folder.path)/a")
    try make(making, "\(folder.path)/\(name)")
    let (a, b) = ("\(folder.path)/a", "\(folder.path)/\(name)")
    expectFault(in: b, "cannot be written: \(reason)") {
      try writeTogether([(a, [1]), (b, [2])])
    }
    #expect(try contents(folder) == left)
    #expect(try readWhole("\(folder.path)/a", limit: 1) == [0])
  }
}

@Suite struct FolderTests {
  private let folder = TemporaryFolder()

  @Test func allFoldersOnTheWayAreMadeAndNoted() throws {
    var made: [String] = []
    try makeFolder("\(folder.path)/a/b", noting: &made)
    try makeFolder("\(folder.path)/a/c", noting: &made)
    #expect(made == ["\(folder.path)/a", "\(folder.path)/a/b", "\(folder.path)/a/c"])
    try writeWhole([], to: "\(folder.path)/a/c/file")
    removeEmpty(made)
    #expect(try contents(folder) == ["a", "a/c", "a/c/file"])
  }

  @Test func aFileInTheWayIsNamed() throws {
    let file = try folder.write([])
    var made: [String] = []
    expectFault(in: file, "cannot be written: a file, not a folder") {
      try makeFolder("\(file)/a", noting: &made)
    }
    #expect(made == [])
  }
}

/// Lets a shell make something at a path, which it calls `$0`.
private func make(_ command: String, _ path: String) throws {
  #expect(try shellRun(command, path).status == 0)
}

private func contents(_ folder: TemporaryFolder) throws -> [String] {
  try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
}
