import Foundation
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
    let table = String(decoding: try! Fixtures.bytes("text.tsv"), as: UTF8.self)
    return table.split(separator: "\n").map { line in
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
    canvas.text(sample.text, at: Point(20, 200), size: 200, anchor: .baseline)
    let ink = canvas.image.darkness.joined().reduce(0, +)
    let exact = sample.area! * (200.0 / 2048) * (200.0 / 2048)
    #expect(abs(ink - exact) < exact * 0.003)
  }

  @Test func textTurnedKeepsItsInk() {
    func ink(_ angle: Double) -> Double {
      var canvas = Canvas(width: 300, height: 300, scale: 1)
      canvas.text("Σ loss", at: Point(150, 150), size: 60, angle: angle)
      return canvas.image.darkness.joined().reduce(0, +)
    }
    let level = ink(0)
    for angle in [30.0, 45, 90, 137, 180, -90] {
      #expect(abs(ink(angle) - level) < level * 0.003)
    }
  }

  @Test func aQuarterTurnReadsUpwards() {
    var canvas = Canvas(width: 100, height: 100, scale: 1)
    canvas.text("llll", at: Point(50, 90), size: 20, anchor: .left, angle: 90)
    let corners = Rectangle(around: canvas.texts[0])
    #expect(corners.height > corners.width)
    #expect(corners.maxY == 90)
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
