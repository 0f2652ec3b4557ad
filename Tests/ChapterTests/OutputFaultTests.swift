import Foundation
import Readers
import Testing

/// Whatever goes wrong while a chapter writes: one line, the status 1, and its folder
/// holds what it held before.
@Suite struct OutputFaultTests {
  /// Room for the first pictures of the chapter, and none for the others.
  @Test(.enabled(if: canMount, "only who may mount a file system can fill one up"))
  func aFullDiskLeavesTheOldFiles() throws {
    try withTemporaryFolder { folder in
      let disk = "mount -t tmpfs -o size=48k none '\(folder.path)'"
      let shell = try ShellRun(
        """
        \(disk) && mkdir -p \(folder.path)/1-LossFunctions \
        && echo old >\(folder.path)/1-LossFunctions/log.txt
        \(program("LossFunctions")) --output '\(folder.path)' >/dev/null
        echo $?
        find '\(folder.path)' -type f && cat '\(folder.path)/1-LossFunctions/log.txt'
        """, inNamespace: true)
      let lines = shell.output.split(separator: "\n")
      #expect(lines == ["1", "\(folder.path)/1-LossFunctions/log.txt", "old"])
      #expect(shell.errors.contains("cannot be written: No space left on device"))
      #expect(shell.errors.split(separator: "\n").count == 1)
    }
  }

  @Test(
    .enabled(if: canMount, "only who may mount a file system can have it read-only"))
  func aReadOnlyFolderIsOneLine() throws {
    try withTemporaryFolder { folder in
      let shell = try ShellRun(
        """
        mount -t tmpfs -o ro none '\(folder.path)'
        \(program("LossFunctions")) --output '\(folder.path)' >/dev/null
        echo $?
        """, inNamespace: true)
      #expect(shell.output == "1\n")
      #expect(shell.errors.hasSuffix("cannot be written: Read-only file system\n"))
      #expect(shell.errors.split(separator: "\n").count == 1)
    }
  }

  /// A limit on the size of a file stands in for a disk that fills up, for every user:
  /// the first file that exceeds it fails after others were written.
  @Test(
    .disabled(
      if: isThreadSanitized, "the thread sanitizer does not start under the limit"),
    arguments: [
      "LossFunctions", "GradientDescent", "LinearRegression", "FromTensorSlices",
    ])
  func aFileThatCannotBeFinishedLeavesNone(chapter: String) throws {
    try withTemporaryFolder { folder in
      let shell = try ShellRun(
        """
        trap '' XFSZ; ulimit -f 8
        \(program(chapter)) --output '\(folder.path)/new/folder' | cat >/dev/null
        """)
      #expect(shell.errors.hasPrefix("\(chapter): \(folder.path)/new/folder/"))
      #expect(shell.errors.hasSuffix(": cannot be written: File too large\n"))
      #expect(try contents(of: folder) == [])
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func aFolderThatMustNotBeWrittenIsOneLine() throws {
    try withTemporaryFolder { folder in
      #expect(chmod(folder.path, 0o500) == 0)
      let run = try ChapterRun("LossFunctions", "--output", folder.path)
      #expect(run.status == 1)
      #expect(run.errors.hasSuffix("cannot be written: Permission denied\n"))
    }
  }

  /// The folder is looked at before the work begins: nothing is printed, and nothing
  /// stays behind.
  @Test(
    arguments: [
      ("LossFunctions", []), ("LossFunctions", ["mistakes"]),
      ("LossFunctions", ["exercises"]), ("GradientDescent", []),
      ("GradientDescent", ["exercises"]), ("LinearRegression", []),
      ("LinearRegression", ["check"]), ("LinearRegression", ["mistakes"]),
      ("LinearRegression", ["exercises"]), ("FromTensorSlices", []),
      ("FromTensorSlices", ["exercises"]), ("FromTensorSlices", ["mistakes"]),
      ("MLP", []), ("MLP", ["gradients"]), ("MLP", ["mistakes"]),
      ("MLP", ["exercises"]),
      ("MLP", ["predict", "digit.png"]),
    ] as [(String, [String])])
  func anOutputFolderThatIsAFileIsNoticedAtOnce(
    chapter: String, arguments: [String]
  ) throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("file")
      try Data("mine".utf8).write(to: file)
      let run = try ChapterRun(chapter, arguments + ["--output", file.path])
      #expect(run.status == 1)
      #expect(run.output == "")
      #expect(
        run.errors
          == "\(chapter): \(file.path): cannot be written: a file, not a folder\n")
      #expect(try text(file) == "mine")
      #expect(try contents(of: folder) == ["file"])
    }
  }

  @Test func aRunThatFailsLeavesNoFolder() throws {
    try withTemporaryFolder { folder in
      let run = try ChapterRun(
        "LinearRegression", "--rate", "1", "--output", "\(folder.path)/new/folder")
      #expect(run.status == 1)
      #expect(try contents(of: folder) == [])
    }
  }

  /// A file where the chapter's folder should be, and a folder where its last file should.
  @Test(arguments: [
    ("1-LossFunctions", false, "a file, not a folder"),
    ("1-LossFunctions/regions.json", true, "a folder, not a file"),
  ])
  func whatIsInTheWayStays(path: String, isFolder: Bool, reason: String) throws {
    try withTemporaryFolder { folder in
      let place = folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: isFolder ? place : place.deletingLastPathComponent(),
        withIntermediateDirectories: true)
      if !isFolder { try Data("mine".utf8).write(to: place) }
      let before = try contents(of: folder)
      let run = try ChapterRun("LossFunctions", "--output", folder.path)
      #expect(run.status == 1)
      #expect(
        run.errors == "LossFunctions: \(place.path): cannot be written: \(reason)\n")
      #expect(try contents(of: folder) == before)
    }
  }

  /// Two programs of different options: in the end all files are of the one or the other.
  @Test func twoChaptersInOneFolderLeaveTheFilesOfOne() throws {
    try withTemporaryFolder { folder in
      func files(_ output: URL) throws -> [String: Data] {
        let names = try contents(of: output).filter { $0.contains(".") }
        return try Dictionary(
          uniqueKeysWithValues: names.map {
            ($0, try Data(contentsOf: output.appendingPathComponent($0)))
          })
      }
      func command(_ seed: Int, _ output: String) -> String {
        "\(program("LinearRegression")) --seed \(seed) --output '\(folder.path)/\(output)'"
      }
      _ = try ShellRun(
        "\(command(1, "1")) >/dev/null; \(command(2, "2")) >/dev/null")
      let whole = try ["1", "2"].map { try files(folder.appendingPathComponent($0)) }
      #expect(whole[0] != whole[1])
      for _ in 0..<5 {
        // A pipeline of programs that hand nothing on: all at once.
        let shell = try ShellRun(
          [1, 2, 1, 2].map { "\(command($0, "both")) >/dev/null" }
            .joined(separator: " | "))
        #expect(shell.errors == "")
        let both = try files(folder.appendingPathComponent("both"))
        #expect(whole.contains(both))
      }
    }
  }

  @Test(.enabled(if: access("/dev/full", W_OK) == 0, "there is no /dev/full"))
  func aFullStandardOutputIsOneLineAndNothingIsWritten() throws {
    try withTemporaryFolder { folder in
      for chapter in [
        "LossFunctions", "FromTensorSlices --all", "LossFunctions --help",
        "MLP --version", "MLP --generate-completion-script zsh",
      ] {
        let shell = try ShellRun(
          "\(program(chapter)) --output='\(folder.path)' >/dev/full; echo $?")
        #expect(shell.output == "1\n")
        #expect(
          shell.errors.hasSuffix(
            ": standard output: cannot be written: No space left on device\n"))
        #expect(shell.errors.split(separator: "\n").count == 1)
        #expect(try contents(of: folder) == [])
      }
    }
  }

  /// The program ends by the signal that tells it so: 128 + 13 to a shell.
  @Test func aReaderThatHasSeenEnoughEndsTheProgramWithoutAWord() throws {
    try withTemporaryFolder { folder in
      let shell = try ShellRun(
        """
        { \(program("MLP")) --every-step --output '\(folder.path)'; echo $? >&2; } \
        | head -1
        """)
      #expect(shell.output.split(separator: "\n").count == 1)
      #expect(shell.errors == "141\n")
      #expect(try contents(of: folder) == [])
    }
  }

  /// The same where SIGPIPE is ignored, as some parents leave it.
  @Test func aBrokenPipeThatIsNoSignalIsOneLine() throws {
    try withTemporaryFolder { folder in
      let shell = try ShellRun(
        """
        trap '' PIPE
        { \(program("FromTensorSlices")) --all --output '\(folder.path)'; echo $? >&2; } \
        | head -1
        """)
      #expect(
        shell.errors == """
          FromTensorSlices: standard output: cannot be written: Broken pipe
          1

          """)
      #expect(try contents(of: folder) == [])
    }
  }

  private func program(_ command: String) -> String {
    "'\(ChapterRun.products.path)'/\(command)"
  }
}

/// Everything below a folder, by its path from there.
func contents(of folder: URL) throws -> [String] {
  try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
}

/// Whether a namespace of mounts is to be had, which ends with its process.
private let canMount: Bool = {
  #if os(Linux)
    let test = "mount -t tmpfs -o size=64k none /mnt"
    return (try? ShellRun(test, inNamespace: true))?.status == 0
  #else
    return false
  #endif
}()
