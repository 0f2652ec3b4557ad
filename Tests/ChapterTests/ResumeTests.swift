import Foundation
import TestSupport
import Testing

/// What a saved run may be gone on with.
@Suite struct ResumeTests {
  private let folder = TemporaryFolder()

  private func saveARun() throws {
    try writeDigits(to: folder["digits"])
    let options = "--epochs 2 --batch-size 300 --data digits --save run.st --output out"
    #expect(try ProgramRun("MLP", options.words, in: folder).status == 0)
  }

  /// Also where the folder of the digits is called like the value of a flag.
  @Test(arguments: [("true", ["--every-step"]), ("false", [])])
  func moreEpochsGiveWhatARunOfSoManyGives(data: String, flags: [String]) throws {
    try writeDigits(to: folder[data])
    let options = ["--batch-size", "300", "--data", data, "--output", "out"] + flags
    let begun = try ProgramRun(
      "MLP", options + ["--epochs", "2", "--save", "run.st"], in: folder)
    let longer = try ProgramRun(
      "MLP", ["--resume", "run.st", "--epochs", "3", "--output", "out"], in: folder)
    #expect(begun.status == 0 && longer.status == 0)
    let files = try filesBelow(folder["out"])
    let whole = try ProgramRun("MLP", options + ["--epochs", "3"], in: folder)
    #expect(longer.output == whole.output)
    #expect(files == (try filesBelow(folder["out"])))
  }

  /// With other images an epoch, the steps that were taken would belong to others.
  @Test func otherOptionsOrDataThanTheSavedOnesAreOneLine() throws {
    try saveARun()
    for option in [
      "--batch-size=200", "--epochs=1", "--seed=1", "--style=tensorflow",
      "--learning-rate=0.1", "--reduction=mean", "--initializer=truncated-normal",
    ] {
      try expectRefusal(
        "MLP", ["--resume", "run.st", option], in: folder, "run.st: expected a run ")
    }
    try writeDigits(to: folder["fewer"], trainCount: 2000)
    try expectRefusal(
      "MLP", ["--resume", "run.st", "--data", "fewer"], in: folder,
      "run.st: expected a run on 2000 training images, found one on 3000\n")

    // The same digits may have moved.
    try writeDigits(to: folder["moved"])
    let arguments = ["--resume", "run.st", "--data", "moved", "--output", "out"]
    #expect(try ProgramRun("MLP", arguments, in: folder).status == 0)
  }

  @Test func weightsAloneAreNoRun() throws {
    try saveARun()
    // A file without metadata, as Python's safetensors writes weights.
    let file = folder["run.st"]
    var bytes = try Data(contentsOf: file)
    let name = try #require(bytes.range(of: Data("__metadata__".utf8)))
    let end = try #require(
      bytes.range(of: Data("},".utf8), in: name.upperBound..<bytes.endIndex))
    let header = name.lowerBound - 1..<end.upperBound
    bytes.replaceSubrange(
      header, with: Data(repeating: UInt8(ascii: " "), count: header.count))
    try bytes.write(to: file)
    try expectRefusal(
      "MLP", ["--resume", "run.st"], in: folder,
      "run.st: expected a run with --style keras, found none\n")
  }

  @Test func aPlaceWhereNothingCanBeSavedIsOneLineBeforeTheTraining() throws {
    for (command, place) in [
      ([], "missing/run.st"), ([], "."), ([], "/dev/null"), (["further"], "missing/w"),
    ] {
      try expectRefusal(
        "MLP", command + ["--save", place], in: folder, "\(place): cannot be written: ")
    }
  }
}
