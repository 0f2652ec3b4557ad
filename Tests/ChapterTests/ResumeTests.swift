import Foundation
import Testing

/// What a saved run may be gone on with, and what happens to a log that nobody takes.
@Suite struct ResumeTests {
  private let options = [
    "--batch-size", "300", "--data", "digits", "--every-step", "--output", "out",
  ]

  private func withSavedRun(_ body: (URL) throws -> Void) throws {
    try withTemporaryFolder { folder in
      try writeDigits(to: folder.appendingPathComponent("digits"))
      let run = try ChapterRun(
        "MLP", options + ["--epochs", "2", "--save", "run.st"], in: folder)
      #expect(run.status == 0)
      try body(folder)
    }
  }

  @Test func moreEpochsGiveWhatARunOfSoManyGives() throws {
    try withSavedRun { folder in
      let longer = try ChapterRun(
        "MLP", ["--resume", "run.st", "--epochs", "3", "--output", "out"], in: folder)
      let files = try filesBelow(folder.appendingPathComponent("out"))
      let whole = try ChapterRun("MLP", options + ["--epochs", "3"], in: folder)
      #expect(longer.output == whole.output)
      #expect(files == (try filesBelow(folder.appendingPathComponent("out"))))
    }
  }

  @Test(arguments: [
    ["--batch-size", "200"], ["--epochs", "1"], ["--seed", "1"],
    ["--style", "tensorflow"], ["--learning-rate", "0.1"], ["--reduction", "mean"],
    ["--initializer", "truncated-normal"],
  ])
  func otherOptionsThanTheSavedOnesAreOneLine(arguments: [String]) throws {
    try withSavedRun { folder in
      let before = try filesBelow(folder)
      let run = try ChapterRun(
        "MLP", ["--resume", "run.st", "--output", "out"] + arguments, in: folder)
      #expect(run.status == 1)
      #expect(run.errors.hasPrefix("MLP: run.st: expected a run "))
      #expect(run.errors.split(separator: "\n").count == 1)
      #expect(try filesBelow(folder) == before)
    }
  }

  /// With other images an epoch, the steps that were taken would belong to others.
  @Test func dataOfAnotherSizeIsOneLineAndOfTheSameIsTaken() throws {
    try withSavedRun { folder in
      func resumed(_ data: String) throws -> ChapterRun {
        try ChapterRun(
          "MLP",
          ["--resume", "run.st", "--epochs", "3", "--data", data, "--output", "out"],
          in: folder)
      }
      try writeDigits(to: folder.appendingPathComponent("fewer"), trainCount: 2000)
      let run = try resumed("fewer")
      #expect(run.status == 1)
      #expect(
        run.errors
          == "MLP: run.st: expected a run on 2000 training images, found one on 3000\n")
      try writeDigits(to: folder.appendingPathComponent("moved"))
      #expect(try resumed("moved").status == 0)
    }
  }

  @Test func weightsAloneAreNoRun() throws {
    try withSavedRun { folder in
      // A file without metadata, as Python's safetensors writes weights.
      let file = folder.appendingPathComponent("run.st")
      var bytes = try Data(contentsOf: file)
      let name = try #require(bytes.range(of: Data("__metadata__".utf8)))
      let end = try #require(
        bytes.range(of: Data("},".utf8), in: name.upperBound..<bytes.endIndex))
      let header = name.lowerBound - 1..<end.upperBound
      bytes.replaceSubrange(
        header, with: Data(repeating: UInt8(ascii: " "), count: header.count))
      try bytes.write(to: file)
      let run = try ChapterRun("MLP", ["--resume", "run.st"], in: folder)
      #expect(run.status == 1)
      #expect(
        run.errors == "MLP: run.st: expected a run with --style keras, found none\n")
    }
  }

  @Test(arguments: ["true", "false"])
  func aFolderMayBeCalledLikeAFlagsValue(name: String) throws {
    try withTemporaryFolder { folder in
      try writeDigits(to: folder.appendingPathComponent(name))
      let options = ["--batch-size", "1000", "--output", "out", "--data", name]
      let run = try ChapterRun(
        "MLP", options + ["--epochs", "1", "--save", "run.st"], in: folder)
      let longer = try ChapterRun(
        "MLP", ["--resume", "run.st", "--epochs", "2", "--output", "out"], in: folder)
      #expect(run.status == 0 && longer.status == 0)
      let whole = try ChapterRun("MLP", options + ["--epochs", "2"], in: folder)
      #expect(longer.output == whole.output)
    }
  }

  @Test(arguments: ["missing/run.st", "digits", "/dev/null"])
  func aPlaceWhereNothingCanBeSavedIsOneLineBeforeTheTraining(place: String) throws {
    try withTemporaryFolder { folder in
      try writeDigits(to: folder.appendingPathComponent("digits"))
      let before = try filesBelow(folder)
      let run = try ChapterRun("MLP", options + ["--save", place], in: folder)
      #expect(run.status == 1)
      #expect(run.output == "")
      #expect(run.errors.hasPrefix("MLP: \(place): cannot be written: "))
      #expect(run.errors.split(separator: "\n").count == 1)
      #expect(try filesBelow(folder) == before)
    }
  }

  @Test(.enabled(if: access("/dev/full", W_OK) == 0, "there is no /dev/full"))
  func aLogThatTheDiskDoesNotTakeIsOneLineAndNothingWritten() throws {
    try withTemporaryFolder { folder in
      try writeDigits(to: folder.appendingPathComponent("digits"))
      let run = try shell(
        "exec \"$MLP\" \(options.joined(separator: " ")) >/dev/full", in: folder)
      #expect(run.status == 1)
      #expect(
        run.errors
          == "MLP: standard output: cannot be written: No space left on device\n")
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
    }
  }

  @Test func aReaderWhoLeavesEndsTheRunQuietly() throws {
    try withTemporaryFolder { folder in
      try writeDigits(to: folder.appendingPathComponent("digits"))
      let run = try shell(
        "\"$MLP\" \(options.joined(separator: " ")) | head -1", in: folder)
      #expect(run.output.hasPrefix("0 0 "))
      #expect(run.output.split(separator: "\n").count == 1)
      #expect(run.errors == "")
      #expect(!FileManager.default.fileExists(atPath: folder.path + "/out"))
    }
  }

  private func shell(_ command: String, in folder: URL) throws -> ChapterRun {
    try ChapterRun(
      "/bin/sh", ["-c", command],
      environment: ["MLP": ChapterRun.products.appendingPathComponent("MLP").path],
      in: folder)
  }
}
