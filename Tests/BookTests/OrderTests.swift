import Foundation
import Plotting
import Testing

/// What a chapter shows stands where it belongs.
@Suite struct OrderTests {
  /// The small book as chapter 1, with a log of two more names.
  private func package() throws -> SmallPackage {
    let package = try SmallPackage()
    try package.write(
      "Output/1-Walk/regions.json",
      """
      {
        "regions": {
          "steps": [2, 3]
        },
        "values": {
          "first": 4.0,
          "last": 1.0
        }
      }

      """)
    try package.replace(
      "# A walk\n\nSee [what it prints](#it-prints).", by: "## 1 A walk")
    try package.replace("## It prints", by: "### It prints")
    try package.replace("It ends at", by: "\(value("first", "4")).\n\nIt ends at")
    return package
  }

  private func value(_ name: String, _ text: String) -> String {
    "**\(text)**<!-- book:value Output/1-Walk/log.txt#\(name) %d -->"
  }

  private let steps = """
    <!-- book:output Output/1-Walk/log.txt#steps -->
    ```text
    step 2
    step 1
    ```
    """

  @Test func aBookInOrderHasNoProblem() throws {
    #expect(try package().problems() == [])
  }

  @Test func numbersThatAreSwapped() throws {
    let package = try package()
    try package.replace(value("first", "4"), by: value("last", "1"))
    try package.replace("#last %.2f", by: "#first %.2f")
    let problem =
      "book.md:26: error: Output/1-Walk/log.txt#first is out of the file's order: "
      + "the mark needs an elsewhere"
    #expect(try package.problems() == [problem])
    try package.replace("#first %.2f", by: "#first %.2f elsewhere")
    #expect(try package.problems() == [])
  }

  @Test func anOutputThatIsDoubled() throws {
    let package = try package()
    let line = try package.append(steps)
    #expect(
      try package.problems() == [
        "book.md:\(line): error: Output/1-Walk/log.txt#steps is out of the file's "
          + "order: the mark needs an elsewhere"
      ])
  }

  @Test func anOutputInAnotherChapter() throws {
    let package = try package()
    try package.replace(steps, by: "")
    let line = try package.append("## 2 A run\n\n\(steps)")
    #expect(
      try package.problems() == [
        "book.md:\(line + 2): error: Output/1-Walk/log.txt does not belong to chapter 2"
      ])
    try package.replace("## 2 A run", by: "## Appendix")
    #expect(try package.problems() == [])
  }

  @Test func anOutputAboveItsRun() throws {
    let package = try package()
    try package.replace(steps, by: "")
    try package.replace("<!-- book:run -->", by: "\(steps)\n\n<!-- book:run -->")
    #expect(
      try package.problems() == [
        "book.md:11: error: Output/1-Walk/log.txt stands above swift run Walk --rate 0.5, "
          + "which writes it"
      ])
  }

  @Test func aPictureThatIsDoubledOrInAnotherChapter() throws {
    let package = try package()
    let picture = "![A gray square](Output/1-Walk/walk.png)"
    let line = try package.append("\(picture)\n\n## 2 A run\n\n\(picture)")
    #expect(
      try package.problems() == [
        "book.md:\(line): error: Output/1-Walk/walk.png is shown in line \(line - 2), too",
        "book.md:\(line + 4): error: Output/1-Walk/walk.png does not belong to chapter 2",
        "book.md:\(line + 4): error: Output/1-Walk/walk.png is shown in line \(line), too",
      ])
  }

  // Output/ without a run

  private func write(_ bytes: Data, _ path: String, in package: SmallPackage) throws {
    try bytes.write(to: URL(fileURLWithPath: "\(package.root)/Output/1-Walk/\(path)"))
  }

  @Test func aPixelThatIsAnother() throws {
    let package = try SmallPackage()
    var pixels = SmallPackage.picture.pixels
    pixels[7] ^= 1
    try Image(width: 5, height: 4, channels: .rgb, pixels: pixels)
      .write(to: "\(package.root)/Output/1-Walk/walk.png")
    #expect(
      try package.problems() == [
        "Output/1-Walk/walk.png: error: it is not what the run wrote"
      ])
  }

  @Test(arguments: ["log.txt", "regions.json"])
  func aDigitThatTheBookDoesNotShow(path: String) throws {
    let package = try SmallPackage()
    var bytes = try package.bytes("Output/1-Walk/\(path)")
    let text = String(decoding: bytes, as: UTF8.self)
    bytes = Data(
      text.replacing("start 4", with: "start 5").replacing("1.0", with: "1.0001").utf8)
    try write(bytes, path, in: package)
    #expect(
      try package.problems() == [
        "Output/1-Walk/\(path): error: it is not what the run wrote"
      ])
  }

  @Test func aFileThatNoRunWrote() throws {
    let package = try SmallPackage()
    try write(Data("1\n".utf8), "old.csv", in: package)
    #expect(
      try package.problems() == ["Output/1-Walk/old.csv: error: no run wrote it"])
  }

  @Test func aPictureThatIsNone() throws {
    let package = try SmallPackage()
    try write(Data("no picture".utf8), "walk.png", in: package)
    let problems = try package.problems()
    #expect(problems.count == 1)
    #expect(problems[0].hasPrefix("Output/1-Walk/walk.png: error: "))
  }
}
