import Digits
import Files
import Foundation
import FromTensorSlices
import GradientDescent
import LinearRegression
import Live
import LossFunctions
import Plotting
import Safetensors
import Tensors
import TestSupport
import Testing

@testable import MLP

/// The live figures, drawn here as the web edition's module draws them there.
@Suite struct LiveTests {
  private let page: LivePage = {
    let digits = Digits.mnist()
    return LivePage([
      liveLines(), liveDescent(), liveRegression(),
      liveDigits(digits.trainImages[0..<100], digits.trainLabels[0..<100]),
    ])
  }()

  private func digest(_ figure: Int) -> String { "\(page.draw(figure).image.digest)" }

  @Test func areThePicturesOfTheBook() throws {
    #expect(page.figures.count == 10)
    for figure in page.figures.indices {
      let committed = try Image(
        contentsOf: "\(package.path)/Output/\(page.path(figure))")
      // Not the images, which a failure would print.
      #expect(digest(figure) == "\(committed.digest)", "\(page.path(figure))")
    }
  }

  @Test func showTheValuesOfTheLogs() throws {
    func texts(_ path: String) throws -> [String: String] {
      let figure = try #require(page.figures.indices.first { page.path($0) == path })
      return Dictionary(uniqueKeysWithValues: page.draw(figure).texts.map { ($0, $1) })
    }
    let lines = try CommittedLog("1-LossFunctions")
    for picture in ["squares", "loss-by-slope", "loss"] {
      #expect(
        try texts("1-LossFunctions/\(picture).png")
          == ["loss": lines.value("best-loss").fixed(4)])
    }
    let descent = try CommittedLog("2-GradientDescent")
    #expect(
      try texts("2-GradientDescent/values.png")
        == ["steps": "\(Int(descent.value("steps-0.1")))"])
    let run = try CommittedLog("3-LinearRegression")
    for picture in ["fit", "loss", "path"] {
      #expect(
        try texts("3-LinearRegression/\(picture).png") == [
          "b": run.value("b").python, "w": run.value("w").python,
          "loss": run.value("final-loss").python,
        ])
    }
    let digits = try CommittedLog("4-FromTensorSlices").region("digits")
    for picture in ["digits", "hundred"] {
      var texts = try texts("4-FromTensorSlices/\(picture).png")
      #expect(texts.removeValue(forKey: "x")?.hasPrefix("[[  0   0") == true)
      #expect(texts == ["x.shape": digits[1], "y": digits[2], "y.shape": digits[3]])
    }
  }

  @Test func changeWithEachOfTheirControlsAndComeBack() {
    for figure in page.figures.indices {
      let first = digest(figure)
      for (control, value) in page.values(ofFigure: figure).controls.enumerated()
      where page.figures[figure].controls.contains(value.name) {
        page.set(control: control, ofFigure: figure, to: value.start == 0 ? 1 : 0)
        #expect(digest(figure) != first, "\(page.path(figure)): \(value.name)")
        page.reset(figure: figure)
        #expect(digest(figure) == first, "\(page.path(figure)): \(value.name)")
      }
    }
  }

  @Test func followAPointer() throws {
    let squares = 0
    let image = page.draw(squares).image
    func values() -> [Double] {
      let values = page.values(ofFigure: squares)
      return [values["w"], values["b"]]
    }
    func point(_ column: Double, _ row: Double, isPressed: Bool) {
      page.point(
        figure: squares, column: column * Double(image.width),
        row: row * Double(image.height), isPressed: isPressed)
    }
    // The right end is lifted, and the left one at x = 1 stays at y = 2.
    point(0.8, 0.5, isPressed: true)
    point(0.8, 0.1, isPressed: false)
    let (w, b) = (values()[0], values()[1])
    #expect(w > 1.2)
    #expect((w + b - 2).magnitude <= 0.01)
    // It goes back where it comes from, however it went.
    for row in stride(from: 0.1, through: 0.5, by: 0.01) {
      point(0.8, row, isPressed: false)
    }
    let back = values()
    point(0.8, 0.5, isPressed: false)
    #expect(values() == back)
  }

  @Test func playFromValueToValue() {
    let descent = 3
    let names = page.figures[descent].buttons.map { $0.name }
    #expect(names == ["from the start", "once more", "play"])
    func steps() -> Double { page.values(ofFigure: descent)["steps"] }
    #expect(!page.press(button: 0, ofFigure: descent, isFirst: true))
    #expect(steps() == 0)
    #expect(!page.press(button: 1, ofFigure: descent, isFirst: true))
    #expect(steps() == 1)
    var isFirst = true
    var presses = 0
    while page.press(button: 2, ofFigure: descent, isFirst: isFirst) {
      isFirst = false
      presses += 1
    }
    #expect(steps() == 50)
    #expect(presses == 48)
    // At the end it begins anew.
    #expect(page.press(button: 2, ofFigure: descent, isFirst: true))
    #expect(steps() == 0)
  }

  @Test func fitANarrowPage() {
    for figure in page.figures.indices {
      let image = page.draw(figure).image
      let wide = page.draw(figure, room: 800).image
      #expect("\(wide.digest)" == "\(image.digest)", "\(page.path(figure))")
      let narrow = page.draw(figure, room: 335).image
      // Two pixels a point, unless the texts are read as they are.
      let isLegible = image.width <= 800 || page.path(figure).hasPrefix("4-")
      #expect(narrow.width == (isLegible ? image.width : 670), "\(page.path(figure))")
      if page.path(figure).hasSuffix("descent.png") {
        // Its three panels stand below each other.
        #expect(narrow.height > 2 * narrow.width)
      }
    }
  }

  private let drawings = [
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine",
  ].map { fixture("drawings/\($0).png").path }

  @Test func readADrawingAsTheProgramDoes() throws {
    let network = KerasStyle(initialWeights())
    var file = Safetensors()
    for (name, parameter) in zip(SavedRun.names, network.parameters) {
      file.add(name, parameter.value)
    }
    let asked = try AskedNetwork(file)
    for drawing in drawings {
      let digit = try Predict.preparation(drawing).digit(name: drawing)
      let read = DrawnDigit(try Image(contentsOf: drawing), [asked])
      #expect(read.digit == digit)
      #expect(read.outputs == [network.out(Tensor<Float>(stack([digit])) / 255)[0]])
      #expect(read.readings == ["\(argmax(read.outputs[0]).item)"])
    }
  }

  @Test func drawnStrokesAreReadAndAnEmptySheetIsNot() throws {
    let empty = DrawnDigit(Image(width: 280, height: 280, color: .white), [])
    #expect(empty.digit == nil)
    #expect(empty.fault.hasPrefix("drawing: expected a drawing that differs"))
    let one = DrawnDigit(
      Image(width: 280, height: 280, strokes: [[(150, 40), (130, 240)]], penWidth: 20),
      [])
    #expect(one.fault == "")
    #expect(try #require(one.digit).shape == [28, 28])
  }

  /// `LIVE_DIGESTS=file swift test --filter LiveTests`, with which
  /// Site/Tests/figures.mjs compares the page's module: each figure at first, and 200 at random settings, a JSON
  /// object a line.
  @Test(
    .enabled(if: ProcessInfo.processInfo.environment["LIVE_DIGESTS"] != nil))
  func writeDigests() throws {
    let path = try #require(ProcessInfo.processInfo.environment["LIVE_DIGESTS"])
    let lines = (digests(settings: 200, seed: 1) + (try readDrawings()))
      .joined(separator: "\n")
    try Data("\(lines)\n".utf8).write(to: URL(fileURLWithPath: path))
  }

  /// What the controls were set to, the room for the picture, where a pointer was pressed and
  /// where it went, a digest of the picture's bytes, and what the page is told.
  private func digests(settings: Int, seed: UInt32) -> [String] {
    let random = RandomState(seed: seed)
    func draw(_ count: Int) -> Int { Int(random.randomSample() * Double(count)) }

    return (0..<page.figures.count + settings).map { line in
      let figure = line % page.figures.count
      page.reset(figure: figure)
      var (set, pointer, room): ([Int], [Int], Int) = ([], [], 1000)
      if line >= page.figures.count {
        room = 250 + draw(750)
        set = page.values(ofFigure: figure).controls.map { draw($0.values.count) }
        for (control, index) in set.enumerated() {
          page.set(control: control, ofFigure: figure, to: index)
        }
        if page.figures[figure].drag != nil {
          let image = page.draw(figure, room: Double(room)).image
          pointer = [image.width, image.height, image.width, image.height].map(draw)
          for (i, isPressed) in [(0, true), (2, false)] {
            page.point(
              figure: figure, column: Double(pointer[i]), row: Double(pointer[i + 1]),
              isPressed: isPressed)
          }
        }
      }
      let (image, texts) = page.draw(figure, room: Double(room))
      var digest = Digest()
      digest.add(image.pixels)
      return """
        {"figure": \(figure), "set": \(set), "room": \(room), "pointer": \(pointer), \
        "size": [\(image.width), \(image.height)], "digest": "\(digest)", \
        "state": \(page.state(ofFigure: figure, texts: texts))}
        """
    }
  }

  /// The drawings, and what the networks that Site/build-live packs read in them: each
  /// output's bits.
  private func readDrawings() throws -> [String] {
    let files = [".build/site-parts/document", "Output/5-MLP/further/weights"]
      .map { "\(package.path)/\($0).safetensors" }
      .filter { FileManager.default.fileExists(atPath: $0) }
    let networks = try files.map {
      try AskedNetwork(Safetensors(reading: $0, limit: 1 << 24))
    }
    return try drawings.map { path in
      let picture = try Image(contentsOf: path)
      let bits = DrawnDigit(picture, networks).outputs.map { out in
        out.scalars.map { $0.bitPattern }
      }
      return """
        {"drawing": "\(path.split(separator: "/").last!)", \
        "size": [\(picture.width), \(picture.height), \(picture.channels.rawValue)], \
        "pixels": "\(Data(picture.pixels).base64EncodedString())", "bits": \(bits)}
        """
    }
  }
}
