import Foundation
import TestSupport
import Testing

/// Whatever goes wrong while a chapter writes: one line, the status 1, and its folder
/// holds what it held before.
@Suite struct OutputFaultTests {
  private let folder = TemporaryFolder()

  /// Room for the first pictures of the chapter, and none for the others; then no room.
  @Test(
    .enabled(if: canMount, "only who may mount a file system can fill one up"),
    arguments: [
      ("size=48k", "No space left on device"), ("ro", "Read-only file system"),
    ])
  func aDiskThatTakesNoMoreKeepsTheOldFiles(option: String, reason: String) throws {
    let shell = try shellRun(
      """
      mount -t tmpfs none "$0" && mkdir "$0/1-LossFunctions" \
      && echo old >"$0/1-LossFunctions/log.txt" && mount -o remount,\(option) "$0"
      \(program("LossFunctions")) --output "$0" >/dev/null
      echo $?
      find "$0" -type f && cat "$0/1-LossFunctions/log.txt"
      """, folder.path, inNamespace: true)
    let lines = shell.output.split(separator: "\n")
    #expect(lines == ["1", "\(folder.path)/1-LossFunctions/log.txt", "old"])
    #expect(shell.errors.hasSuffix(": cannot be written: \(reason)\n"))
    #expect(shell.errors.split(separator: "\n").count == 1)
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
    let shell = try shellRun(
      """
      trap '' XFSZ; ulimit -f 8
      \(program(chapter)) --output '\(folder.path)/new/folder' | cat >/dev/null
      """)
    #expect(shell.errors.hasPrefix("\(chapter): \(folder.path)/new/folder/"))
    #expect(shell.errors.hasSuffix(": cannot be written: File too large\n"))
    #expect(try filesBelow(folder.url) == [:])
  }

  @Test(.enabled(if: geteuid() != 0, "root may write everywhere"))
  func aFolderThatMustNotBeWrittenIsOneLine() throws {
    #expect(chmod(folder.path, 0o500) == 0)
    try expectRefusal(
      "LossFunctions", ["--output", "."], in: folder, "",
      "cannot be written: Permission denied\n")
  }

  /// The folder is looked at before the work begins.
  @Test(
    arguments: [
      ("LossFunctions", ["", "mistakes", "exercises"]),
      ("GradientDescent", ["", "exercises"]),
      ("LinearRegression", ["", "check", "mistakes", "exercises"]),
      ("FromTensorSlices", ["", "exercises", "mistakes"]),
      ("MLP", ["", "gradients", "mistakes", "exercises", "predict digit.png"]),
    ])
  func anOutputFolderThatIsAFileIsNoticedAtOnce(
    chapter: String, commands: [String]
  ) throws {
    try folder.write("mine".utf8)
    for command in commands {
      try expectRefusal(
        chapter, command.words + ["--output=file"], in: folder,
        "file: cannot be written: a file, not a folder\n")
    }
  }

  /// A folder where one of the chapter's files should be.
  @Test func whatIsInTheWayStays() throws {
    try folder.write([], as: "1-LossFunctions/regions.json/file")
    try expectRefusal(
      "LossFunctions", ["--output", "."], in: folder,
      "./1-LossFunctions/regions.json: cannot be written: a folder, not a file\n")
  }

  /// Two programs of different options: in the end all files are of the one or the other.
  @Test func twoChaptersInOneFolderLeaveTheFilesOfOne() throws {
    func command(_ seed: Int, _ output: String) -> String {
      "\(program("LinearRegression")) --seed \(seed) --output '\(folder.path)/\(output)'"
    }
    let whole = try [1, 2].map { seed in
      _ = try shellRun("\(command(seed, "\(seed)")) >/dev/null")
      return try filesBelow(folder["\(seed)"])
    }
    #expect(whole[0] != whole[1])
    for _ in 0..<5 {
      // A pipeline of programs that hand nothing on: all at once.
      let shell = try shellRun(
        [1, 2, 1, 2].map { "\(command($0, "both")) >/dev/null" }
          .joined(separator: " | "))
      #expect(shell.errors == "")
      let both = try filesBelow(folder["both"])
      #expect(whole.contains(both))
    }
  }

  /// A full disk behind standard output, or a reader who has left where SIGPIPE is
  /// ignored, as some parents do.
  @Test(
    .enabled(if: access("/dev/full", W_OK) == 0, "there is no /dev/full"),
    arguments: [
      ("LossFunctions", ">/dev/full"), ("FromTensorSlices --all", ">/dev/full"),
      ("MLP --epochs 1 --every-step", ">/dev/full"), ("MLP --version", ">/dev/full"),
      ("LossFunctions --help", ">/dev/full"),
      ("MLP --generate-completion-script zsh", ">/dev/full"),
      ("FromTensorSlices --all", "| head -1 >/dev/null"),
    ])
  func aLogThatNobodyTakesIsOneLineAndNothingIsWritten(
    command: String, place: String
  ) throws {
    let reason = place == ">/dev/full" ? "No space left on device" : "Broken pipe"
    let shell = try shellRun(
      """
      trap '' PIPE
      { \(program(command)) --output='\(folder.path)'; echo $? >&2; } \(place)
      """)
    let chapter = command.prefix { $0 != " " }
    #expect(
      shell.errors
        == "\(chapter): standard output: cannot be written: \(reason)\n1\n")
    #expect(try filesBelow(folder.url) == [:])
  }

  /// The program ends by the signal that tells it so: 128 + 13 to a shell.
  @Test func aReaderThatHasSeenEnoughEndsTheProgramWithoutAWord() throws {
    let shell = try shellRun(
      """
      { \(program("MLP")) --every-step --output '\(folder.path)'; echo $? >&2; } \
      | head -1
      """)
    #expect(shell.output.hasPrefix("0 0 "))
    #expect(shell.output.split(separator: "\n").count == 1)
    #expect(shell.errors == "141\n")
    #expect(try filesBelow(folder.url) == [:])
  }

  private func program(_ command: String) -> String {
    "'\(products.path)'/\(command)"
  }
}

/// Whether a namespace of mounts is to be had, which ends with its process.
private let canMount: Bool = {
  #if os(Linux)
    let test = "mount -t tmpfs -o size=64k none /mnt"
    return (try? shellRun(test, inNamespace: true))?.status == 0
  #else
    return false
  #endif
}()
