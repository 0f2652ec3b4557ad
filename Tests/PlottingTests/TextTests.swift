import TestSupport
import Testing

@testable import Plotting

@Suite struct TextTests {
  /// A line of text.tsv: a text, its width and the area of its ink in font units.
  struct Sample {
    let text: String
    let width: Double
    let area: Double?
  }

  static let samples: [Sample] = {
    try! text(fixture("text.tsv")).split(separator: "\n").map { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false)
      return Sample(
        text: String(fields[0]), width: Double(fields[1])!, area: Double(fields[2]))
    }
  }()

  @Test(arguments: samples)
  func widthsAreThoseOfHarfBuzz(sample: Sample) {
    #expect(Font.width(of: sample.text, size: 2048) == sample.width)
  }

  @Test(arguments: samples.filter { $0.area != nil })
  func glyphsHaveTheInkOfTheFont(sample: Sample) {
    var canvas = Canvas(width: 240, height: 240, scale: 1)
    canvas.fill(
      Font.outline(of: sample.text, size: 200, at: Point(20, 200)), .black)
    let ink = canvas.image.ink
    let exact = sample.area! * (200.0 / 2048) * (200.0 / 2048)
    #expect(abs(ink - exact) < exact * 0.003)
  }

  @Test func textThatReadsUpwardsKeepsItsInk() {
    func ink(_ direction: Point) -> (Double, Rectangle) {
      var canvas = Canvas(width: 300, height: 300, scale: 1)
      let block = TextBlock("Σ loss", size: 60)
      canvas.draw(
        block, at: Point(150, 150), color: .black, anchor: .center, direction: direction
      )
      let ink = canvas.image.ink
      return (ink, Rectangle(around: canvas.texts[0]))
    }
    let (level, levelBox) = ink(Point(1, 0))
    let (upright, uprightBox) = ink(Point(0, -1))
    #expect(abs(upright - level) < level * 0.003)
    #expect(uprightBox.height == levelBox.width && uprightBox.width == levelBox.height)
  }

  @Test func anAnchorIsAtThePlace() {
    let box = { (anchor: Anchor) in
      let block = TextBlock("Hx", size: 20)
      return Rectangle(around: block.corners(at: Point(100, 50), anchor, Point(1, 0)))
    }
    #expect(box(.left).x == 100 && abs(box(.right).maxX - 100) < 1e-9)
    #expect(box(.top).y == 50 && abs(box(.bottom).maxY - 50) < 1e-9)
    // The middle of the capitals, which are as high as the block without descenders.
    let capitals = Font.capHeight * 20
    #expect(abs(box(.center).y + capitals / 2 - 50) < 1e-9)
    #expect(abs(box(.center).center.x - 100) < 1e-9)
  }

  @Test func whatTheFontLacksHasASign() {
    #expect(
      Font.width(of: "\u{4E2D}", size: 12) == Font.width(of: "\u{FFFD}", size: 12))
    #expect(Font.width(of: "", size: 12) == 0)
  }

  @Test func signsOfFormulasAreThere() {
    let signs = "×·−±≤≥≈≠→←∂∇Σ∑√∞∈²³⁰¹⁴⁵⁶⁷⁸⁹⁻₀₁₂₃₄₅₆₇₈₉ŷ′…–—“”αβγδεηθλμπρσφω€"
    let missing = Font.outline(of: "\u{FFFD}", size: 10, at: Point(0, 0))
    for sign in signs {
      let outline = Font.outline(of: String(sign), size: 10, at: Point(0, 0))
      #expect(outline.contours.map(\.points) != missing.contours.map(\.points))
    }
  }

  @Test func linesBreakBetweenWordsOnly() {
    let block = TextBlock("one two three four", size: 11, limit: 60)
    #expect(block.lines == ["one two", "three four"])
    #expect(block.width <= 60)
    #expect(TextBlock("unbreakable", size: 11, limit: 10).lines == ["unbreakable"])
    #expect(TextBlock("two\nlines", size: 11, limit: 500).lines == ["two", "lines"])
    #expect(TextBlock("", size: 11, limit: 500).lines == [""])
  }
}
