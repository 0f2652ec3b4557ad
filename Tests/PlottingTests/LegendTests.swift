import Testing

@testable import Plotting

@Suite struct LegendTests {
  private func legendBox(_ figure: Figure) -> Rectangle {
    // The legend's labels are the last texts of a figure of one panel.
    Rectangle(around: figure.drawn().texts.last!)
  }

  @Test func theLegendKeepsOffTheData() {
    // One line that leaves but one corner free.
    let corners: [(x: [Double], y: [Double], right: Bool, low: Bool)] = [
      ([0, 0, 1], [0, 1, 1], true, true), ([0, 1, 1], [1, 1, 0], false, true),
      ([0, 0, 1], [1, 0, 0], true, false), ([0, 1, 1], [0, 0, 1], false, false),
    ]
    for corner in corners {
      let figure = Figure(width: 300, height: 240)
      figure.line(corner.x, corner.y, label: "line")
      let box = legendBox(figure)
      #expect((box.center.x > 150) == corner.right)
      #expect((box.center.y > 120) == corner.low)
    }
  }

  @Test func whereNothingIsHiddenItStandsUpperRight() {
    let figure = Figure(width: 300, height: 240)
    figure.line([0, 1], [-1, -1], label: "line")
    figure.y.limits = 0...1
    let box = legendBox(figure)
    #expect(box.center.x > 150 && box.center.y < 120)
  }

  @Test func onlyLabelledPlotsAreListed() {
    let figure = Figure()
    figure.line([0, 1], [0, 1])
    let without = figure.drawn().texts.count
    figure.line([0, 1], [0, 1], label: "labelled")
    #expect(figure.drawn().texts.count == without + 1)
  }
}
