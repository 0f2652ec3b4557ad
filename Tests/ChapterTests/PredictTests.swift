import Digits
import Foundation
import Plotting
import Tensors
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
    let run = try ChapterRun("MLP", "--save", file, "--output", folder.path)
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
      let run = try ChapterRun(
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
      #expect(Set(files) == Set(pictures + ["digests.txt", "log.txt", "regions.json"]))
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
        return try Predict.digit(file)
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
      let run = try ChapterRun(
        "MLP", "predict", "--weights", file, path("one"), "--output", folder.path)
      #expect(run.status == 1)
      #expect(
        run.errors == """
          MLP: \(file): expected weights that give finite outputs, found others for \
          \(path("one"))

          """)
    }
  }

  @Test func keepsApartDrawingsOfOneName() throws {
    let weights = try Self.trained.get().weights
    try withTemporaryFolder { folder in
      _ = try ChapterRun(
        "MLP", "predict", path("one"), path("one"), "--weights", weights, "--output",
        folder.path)
      let files = try FileManager.default.contentsOfDirectory(
        atPath: folder.appendingPathComponent("5-MLP/predict").path)
      #expect(
        Set(files) == [
          "one.png", "one-2.png", "digests.txt", "log.txt", "regions.json",
        ])
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
      let run = try ChapterRun("MLP", "predict", blank, "--output", out)
      #expect(run.status == 1)
      #expect(run.errors.hasPrefix("MLP: \(blank): expected a drawing that differs"))
      #expect(!FileManager.default.fileExists(atPath: out))
    }
  }
}
