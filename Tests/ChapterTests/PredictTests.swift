import Digits
import Foundation
import Plotting
import Tensors
import TestSupport
import Testing

@testable import MLP

/// What the document's network reads in drawings and in images written as PNG files.
@Suite(.serialized) struct PredictTests {
  /// The document's run, saved, and the accuracy that it printed.
  private static let trained = Result { () -> (weights: String, accuracy: Double) in
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("trained-\(getpid())")
    let file = folder.appendingPathComponent("run.safetensors").path
    try FileManager.default.createDirectory(
      at: folder, withIntermediateDirectories: true)
    let run = try ProgramRun("MLP", "--save", file, "--output", folder.path)
    let line = try #require(run.output.split(separator: "\n").dropLast().last)
    return (file, try #require(Double(line.split(separator: " ").last!)))
  }

  private static let drawings = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ]

  private func path(_ drawing: String) -> String {
    "\(package.path)/Tests/ChapterTests/Fixtures/drawings/\(drawing).png"
  }

  @Test func readsAtLeastEightOfTenDrawings() throws {
    let weights = try Self.trained.get().weights
    try withTemporaryFolder { folder in
      let run = try ProgramRun(
        "MLP",
        ["predict", "--weights", weights, "--output", folder.path]
          + Self.drawings.map(path))
      #expect(run.status == 0)
      #expect(run.errors == "")
      let readings = run.output.split(separator: "\n")
        .filter { $0.contains(" is read as ") }.map { $0.split(separator: " ").last! }
      #expect(readings.count == 10)
      #expect(readings.enumerated().count { "\($0.offset)" == $0.element } >= 8)
      let files = try FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent("5-MLP/predict").path)
      let pictures = Self.drawings.map { "\($0).png" }
      #expect(Set(files) == Set(pictures + ["log.txt", "regions.json"]))
    }
  }

  @Test func readsTheTestImagesAsPNGFilesAsWellAsInTheTraining() throws {
    let (weights, accuracy) = try Self.trained.get()
    let network = KerasStyle(initialWeights())
    try SavedRun(contentsOf: weights).restore(network)
    let digits = Digits.mnist()
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("digit.png").path
      let images = try (0..<digits.testImages.shape[0]).map { i in
        try Image(
          width: 28, height: 28, channels: .gray, pixels: digits.testImages[i].scalars
        ).write(to: file)
        return try Predict.preparation(file).digit(name: file)
      }
      let test = try Evaluation(
        network, images: stack(images), labels: digits.testLabels)
      #expect(test.accuracy == accuracy)
    }
  }

  @Test func weightsThatOverflowAreOneLineThatNamesTheirFile() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("huge.safetensors").path
      let huge = initialWeights().map { 1e30 * $0 }
      try SavedRun.write(
        KerasStyle(huge), [], RunOptions.parse([]), images: 60_000, to: file)
      let run = try ProgramRun(
        "MLP", "predict", "--weights", file, path("one"), "--output", folder.path)
      #expect(run.status == 1)
      #expect(
        run.errors == """
          MLP: \(file): expected weights that give finite outputs, found others for \
          \(path("one"))

          """)
    }
  }

  /// How many of four drawings of a kind are read right. The network is the document's,
  /// which reads 88 test images of 100.
  private static let readOfFour = [
    "compressed": 4, "dark-corners": 2, "dark-on-light": 4, "dark-table": 3, "dust": 2,
    "far-corner": 4, "frame-at-edge": 4, "frame-inside": 4, "hand": 4, "lying": 4,
    "off-center": 4, "red-on-green": 3, "ruled": 4, "ruled-dark": 3, "shadow-35": 3,
    "shadow-55": 2, "small": 4, "squared": 4, "transparent": 4,
  ]

  /// The files of `draw_kinds.py`: a kind, a number, and the digit or `none`.
  private static func kinds() throws -> [(kind: String, label: String, file: String)] {
    let folder = "\(package.path)/Tests/ChapterTests/Fixtures/drawings/kinds"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
      let words = $0.dropLast(".png".count).split(separator: "-")
      return (
        words.dropLast(2).joined(separator: "-"), String(words.last!), "\(folder)/\($0)"
      )
    }
  }

  @Test func readsDrawingsOfEveryKind() throws {
    let weights = try Self.trained.get().weights
    let drawings = try Self.kinds().filter { $0.label != "none" }
    try withTemporaryFolder { folder in
      let run = try ProgramRun(
        "MLP",
        ["predict", "--weights", weights, "--output", folder.path]
          + drawings.map(\.file))
      #expect(run.errors == "")
      let readings = run.output.split(separator: "\n")
        .filter { $0.contains(" is read as ") }.map { $0.split(separator: " ").last! }
      try #require(readings.count == drawings.count)
      var read: [String: Int] = [:]
      for (drawing, reading) in zip(drawings, readings) {
        read[drawing.kind, default: 0] += reading == drawing.label ? 1 : 0
      }
      #expect(read == Self.readOfFour)
    }
  }

  @Test func whereThereIsNoDigitOrTwoIsOneLine() throws {
    for drawing in try Self.kinds() where drawing.label == "none" {
      let expected =
        drawing.kind == "blank" ? "a digit, found" : "one digit, found two: "
      #expect {
        try Predict.preparation(drawing.file).digit(name: drawing.file)
      } throws: {
        "\($0)".hasPrefix("\(drawing.file): expected \(expected)")
      }
    }
  }

  @Test func theStagesAreDrawnAlsoOfADrawingThatIsRefused() throws {
    let two = try Self.kinds().first { $0.kind == "two-digits" }!.file
    try withTemporaryFolder { folder in
      let steps = folder.appendingPathComponent("steps.png").path
      let run = try ProgramRun(
        "MLP", "predict", two, "--steps", steps, "--output", folder.path)
      #expect(run.status == 1)
      #expect(run.errors.hasPrefix("MLP: \(two): expected one digit, found two: "))
      #expect(try Image(contentsOf: steps).width == 1200)
    }
  }

  @Test func keepsApartDrawingsOfOneName() throws {
    let weights = try Self.trained.get().weights
    try withTemporaryFolder { folder in
      _ = try ProgramRun(
        "MLP", "predict", path("one"), path("one"), "--weights", weights, "--output",
        folder.path)
      let files = try FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent("5-MLP/predict").path)
      #expect(Set(files) == ["one.png", "one-2.png", "log.txt", "regions.json"])
    }
  }

  @Test func readsNoDigitWhereAllOutputsAre0() {
    let none = Predict.reading(zeros([10]))
    #expect(none == "no digit: all outputs are 0")
    #expect(Predict.reading([0, 0, 0.1, 0, 0, 0.2, 0, 0, 0, 0]) == "5")
  }

  @Test func aBlankPictureIsOneLineAndNothingWritten() throws {
    try withTemporaryFolder { folder in
      let blank = folder.appendingPathComponent("blank.png").path
      try Image(width: 90, height: 60, color: Color(0xFFFFFF)).write(to: blank)
      let out = folder.appendingPathComponent("out").path
      let run = try ProgramRun("MLP", "predict", blank, "--output", out)
      #expect(run.status == 1)
      #expect(run.errors.hasPrefix("MLP: \(blank): expected a drawing that differs"))
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }
}
