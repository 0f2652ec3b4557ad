import Foundation
import TestSupport
import Testing

@testable import Files

@Suite struct WholeFileTests {
  @Test(arguments: [0, 1, 65_535, 65_536, 65_537, 200_000])
  func whatIsWrittenIsReadBack(count: Int) throws {
    try withTemporaryFolder { folder in
      let folder = folder.path
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 * 7) }
      try writeWhole(bytes, to: "\(folder)/file", isDurable: count % 2 == 0)
      #expect(try readWhole("\(folder)/file", limit: count) == bytes)
      #expect(try contents(folder) == ["file"])
    }
  }

  @Test(arguments: [
    ("true", "No such file or directory"), ("mkdir \"$0\"", "a folder, not a file"),
    ("mkfifo \"$0\"", "a pipe or device, not a file"),
    ("ln -s /dev/zero \"$0\"", "a pipe or device, not a file"),
    ("ln -s \"$0\" \"$0\"", "Too many levels of symbolic links"),
    ("printf 12345 >\"$0\"", "it has more than 4 bytes"),
    // A hole of a tebibyte: more than there is memory for.
    ("truncate -s 1T \"$0\"", "it has more than 4 bytes"),
  ])
  func whatCannotBeReadIsNamed(making: String, reason: String) throws {
    try withTemporaryFolder { folder in
      let folder = folder.path
      let path = "\(folder)/file"
      try make(making, path)
      #expect {
        try readWhole(path, limit: 4)
      } throws: { error in
        "\(error)" == "\(path): cannot be read: \(reason)"
      }
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func whatMustNotBeReadIsNamed() throws {
    try withTemporaryFolder { folder in
      let folder = folder.path
      try make("touch \"$0\" && chmod 0 \"$0\"", "\(folder)/file")
      #expect(throws: FileError.self) { try readWhole("\(folder)/file", limit: 4) }
    }
  }

  @Test func aLinkStaysAndWhatItLeadsToIsReplaced() throws {
    try withTemporaryFolder { folder in
      let folder = folder.path
      let (file, link) = ("\(folder)/file", "\(folder)/link")
      try writeWhole([1], to: file)
      #expect(symlink("file", link) == 0)
      try writeWhole([2], to: link)
      #expect(try readWhole(file, limit: 1) == [2])
      let target = try FileManager.default.destinationOfSymbolicLink(atPath: link)
      #expect(target == "file")
    }
  }

  @Test func whetherAFileCouldBeWrittenIsSaidWithoutATrace() throws {
    try withTemporaryFolder { folder in
      let folder = folder.path
      try writeWhole([1], to: "\(folder)/file")
      try requireWritable("\(folder)/file")
      try requireWritable("\(folder)/new")
      #expect(throws: FileError.self) { try requireWritable("\(folder)/missing/file") }
      #expect(throws: FileError.self) { try requireWritable(folder) }
      #expect(try contents(folder) == ["file"])
      #expect(try readWhole("\(folder)/file", limit: 1) == [1])
    }
  }

  @Test func anErrorIsOneLineWhateverThePath() {
    #expect {
      try readWhole("no\nsuch\u{1B}[31m\u{202E}\u{2028}file", limit: 1)
    } throws: { error in
      "\(error)" == "no\\u{a}such\\u{1b}[31m\\u{202e}\\u{2028}file: cannot be read: "
        + "No such file or directory"
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
  @Test func allAreWritten() throws {
    try withTemporaryFolder { folder in
      let folder = folder.path
      try writeTogether([("\(folder)/a", [1]), ("\(folder)/b", [2])])
      #expect(try contents(folder) == ["a", "b"])
    }
  }

  @Test(arguments: [
    ("no/b", "true", "No such file or directory", ["a"]),
    ("b", "mkdir \"$0\"", "a folder, not a file", ["a", "b"]),
    ("b", "mkfifo \"$0\"", "a pipe or device, not a file", ["a", "b"]),
  ])
  func noneIsWrittenWhenOneCannotBe(
    name: String, making: String, reason: String, left: [String]
  ) throws {
    try withTemporaryFolder { folder in
      let folder = folder.path
      try writeWhole([0], to: "\(folder)/a")
      try make(making, "\(folder)/\(name)")
      #expect {
        try writeTogether([("\(folder)/a", [1]), ("\(folder)/\(name)", [2])])
      } throws: { error in
        "\(error)" == "\(folder)/\(name): cannot be written: \(reason)"
      }
      #expect(try contents(folder) == left)
      #expect(try readWhole("\(folder)/a", limit: 1) == [0])
    }
  }
}

@Suite struct FolderTests {
  @Test func allFoldersOnTheWayAreMadeAndNoted() throws {
    try withTemporaryFolder { folder in
      let folder = folder.path
      var made: [String] = []
      try makeFolder("\(folder)/a/b", noting: &made)
      try makeFolder("\(folder)/a/c", noting: &made)
      #expect(made == ["\(folder)/a", "\(folder)/a/b", "\(folder)/a/c"])
      try writeWhole([], to: "\(folder)/a/c/file")
      removeEmpty(made)
      #expect(try contents(folder) == ["a", "a/c", "a/c/file"])
    }
  }

  @Test func aFileInTheWayIsNamed() throws {
    try withTemporaryFolder { folder in
      let folder = folder.path
      try writeWhole([], to: "\(folder)/file")
      var made: [String] = []
      #expect {
        try makeFolder("\(folder)/file/a", noting: &made)
      } throws: { error in
        "\(error)" == "\(folder)/file: cannot be written: a file, not a folder"
      }
      #expect(made == [])
    }
  }
}

/// Lets a shell make something at a path, which it calls `$0`.
private func make(_ command: String, _ path: String) throws {
  let shell = try Process.run(
    URL(fileURLWithPath: "/bin/sh"), arguments: ["-c", command, path])
  shell.waitUntilExit()
  #expect(shell.terminationStatus == 0)
}

private func contents(_ folder: String) throws -> [String] {
  try FileManager.default.subpathsOfDirectory(atPath: folder).sorted()
}
