import Digits
import Foundation
import Plotting
import Tensors
import TestSupport
import Testing

@testable import MLP

/// What the networks read in drawings and in images written as PNG files.
@Suite struct PredictTests {
  private let folder = TemporaryFolder()

  private func path(_ drawing: String) -> String {
    fixture("drawings/\(drawing).png").path
  }

  private func readings(_ run: ProgramRun) -> [Substring] {
    run.output.split(separator: "\n").filter { $0.contains(" is read as ") }
      .map { $0.split(separator: " ").last! }
  }

  @Test func readsTheTenDrawingsFromWhateverFolder() throws {
    // The second of one name has a picture, too, and a name is shown without what would
    // move the cursor.
    let digits = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
    ]
    let strange = "7\u{1B}[31m\u{202E}\n.png"
    try FileManager.default.copyItem(
      atPath: path("seven"), toPath: folder[strange].path)
    let run = try ProgramRun(
      "MLP",
      ["predict", "--output", "out"] + (digits + ["one"]).map(path) + [strange],
      in: folder)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      readings(run) == ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "1", "7"])
    #expect(run.output.contains("\n7\\u{1b}[31m\\u{202e}\\u{a}.png is read as 7\n"))
    let files = try FileManager.default.contentsOfDirectory(
      atPath: folder["out/5-MLP/predict"].path)
    let pictures = (digits + ["one-2"]).map { "\($0).png" } + [strange]
    #expect(Set(files) == Set(pictures + ["digests.txt", "log.txt", "regions.json"]))
  }

  @Test func readsDrawingsOfEveryKind() throws {
    let drawings = try DrawingKinds.all().filter { $0.label != "none" }
    let run = try ProgramRun("MLP", ["predict"] + drawings.map(\.file), in: folder)
    #expect(run.errors == "")
    let answers = readings(run)
    try #require(answers.count == drawings.count)
    var read: [String: Int] = [:]
    for (drawing, answer) in zip(drawings, answers) {
      read[drawing.kind, default: 0] += answer == drawing.label ? 1 : 0
    }
    #expect(read == DrawingKinds.readOfFour)
  }

  /// What the chapter saved, what it would have and what is trained for it read alike:
  /// drawings, and the test images, written as PNG files, as well as in the training.
  @Test func theDocumentsNetworkIsThatOfTheChapter() throws {
    let training = try ProgramRun(
      "MLP", ["--save", "run.safetensors", "--output", "out"], in: folder)
    let drawings = ["three", "eight"].map(path) + ["--output", "out"]
    let saved = try ProgramRun(
      "MLP", ["predict", "--weights", "run.safetensors"] + drawings, in: folder)
    let trained = try ProgramRun(
      "MLP", ["predict", "--network", "document"] + drawings, in: folder)
    #expect(saved.status == 0)
    #expect(saved.output == trained.output)

    let kinds = try DrawingKinds.all().filter { $0.label != "none" }
    let document = try SavedRun(contentsOf: "\(folder.path)/run.safetensors").network
    let digits = try kinds.map {
      try Predict.preparation($0.file).digit(name: $0.file)
    }
    let read = argmax(document.out(Tensor<Float>(stack(digits)) / 255), axis: 1)
      .scalars
    let right = zip(read, kinds).count { "\($0)" == $1.label }
    #expect(right == DrawingKinds.readByDocument)

    let mnist = Digits.mnist()
    let file = folder["digit.png"].path
    let images = try (0..<mnist.testImages.shape[0]).map { i in
      try Image(
        width: 28, height: 28, channels: .gray, pixels: mnist.testImages[i].scalars
      ).write(to: file)
      return try Predict.preparation(file).digit(name: file)
    }
    func accuracy(_ network: KerasStyle) throws -> Double {
      try Evaluation(network, images: stack(images), labels: mnist.testLabels)
        .accuracy
    }
    #expect(training.output.contains("test images: \(try accuracy(document))\n"))
    let further = try SavedRun(contentsOf: Further.weights).network
    #expect(
      try accuracy(further)
        == CommittedLog("5-MLP/further").value("further-accuracy"))
  }

  @Test func whereThereIsNoDigitOrTwoIsOneLine() throws {
    for drawing in try DrawingKinds.all() where drawing.label == "none" {
      let expected =
        drawing.kind == "blank" ? "a digit, found" : "one digit, found two: "
      expectFault(in: drawing.file, "expected \(expected)") {
        try Predict.preparation(drawing.file).digit(name: drawing.file)
      }
    }
  }

  @Test func theStagesAreDrawnAlsoOfADrawingThatIsRefused() throws {
    let two = try DrawingKinds.all().first { $0.kind == "two-digits" }!.file
    let steps = folder["steps.png"].path
    let run = try ProgramRun("MLP", ["predict", two, "--steps", steps], in: folder)
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("MLP: \(two): expected one digit, found two: "))
    #expect(try Image(contentsOf: steps).width == 1200)
  }

  @Test func weightsThatOverflowAreOneLineThatNamesTheirFile() throws {
    let file = folder["huge.safetensors"].path
    let huge = initialWeights().map { 1e30 * $0 }
    try SavedRun.write(
      KerasStyle(huge), [], RunOptions.parse([]), images: 60_000, to: file)
    try expectRefusal(
      "MLP", ["predict", "--weights", file, path("one")], in: folder,
      "\(file): expected weights that give finite outputs, found others for "
        + "\(path("one"))\n")
  }

  @Test func readsNoDigitWhereAllOutputsAre0() {
    let none = Predict.reading(zeros([10]))
    #expect(none == "no digit: all outputs are 0")
    #expect(Predict.reading([0, 0, 0.1, 0, 0, 0.2, 0, 0, 0, 0]) == "5")
  }

  @Test func aBlankPictureIsOneLineAndNothingWritten() throws {
    let blank = folder["blank.png"].path
    try Image(width: 90, height: 60, color: Color(0xFFFFFF)).write(to: blank)
    try expectRefusal(
      "MLP", ["predict", blank], in: folder,
      "\(blank): expected a drawing that differs")
  }
}

/// The drawings that `draw_kinds.py` made from training images, four of each kind.
private enum DrawingKinds {
  /// How many of four `predict` reads right: 75 in all, of which the book tells.
  static let readOfFour = [
    "compressed": 4, "dark-corners": 4, "dark-on-light": 4, "dark-table": 3, "dust": 4,
    "far-corner": 4, "frame-at-edge": 4, "frame-inside": 4, "hand": 4, "lying": 4,
    "off-center": 4, "red-on-green": 4, "ruled": 4, "ruled-dark": 4, "shadow-35": 4,
    "shadow-55": 4, "small": 4, "squared": 4, "transparent": 4,
  ]

  /// How many of all that hold a digit the document's network reads right.
  static let readByDocument = 66

  /// The files by their names: a kind, a number, and the digit or `none`.
  static func all() throws -> [(kind: String, label: String, file: String)] {
    let folder = fixture("drawings/kinds").path
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
      let words = $0.dropLast(".png".count).split(separator: "-")
      return (
        words.dropLast(2).joined(separator: "-"), String(words.last!), "\(folder)/\($0)"
      )
    }
  }
}
