import Foundation
import TestSupport
import Testing

@testable import Plotting

@Suite struct FigureTests {
  @Test(arguments: SampleFigure.allCases)
  func noTextLeavesTheFigureOrCoversAnother(sample: SampleFigure) {
    let canvas = sample.figure.drawn()
    let boxes = canvas.texts.map { Rectangle(around: $0) }
    #expect(!boxes.isEmpty)
    for i in boxes.indices {
      #expect(boxes[i].corners.allSatisfy(canvas.bounds.contains), "\(boxes[i])")
      for j in boxes.indices where j > i {
        let common = boxes[i].inset(by: 0.5).intersection(boxes[j])
        #expect(common.width * common.height == 0, "\(boxes[i]) \(boxes[j])")
      }
    }
  }

  @Test func thePixelsAreTheSameOnEveryMachine() throws {
    // Only + − × ÷ and the square root are between the data and the pixels. The
    // reference was looked at and found right; what is drawn is written beside it, to
    // take its place when the style is changed on purpose.
    let figure = Figure(columns: 2, width: 480, height: 220)
    figure.title = "Reference θ²"
    figure[0].curve(over: -2...2, label: "x²") { $0 * $0 }
    figure[0].scatter([-1, 0, 1], [1, 0, 1], label: "points")
    figure[1].filledContours(
      Grid(x: 1...2, y: 1...2) { $0 * $1 }, levels: [1.5, 2, 3], colorBar: "xy")
    figure[1].annotate("most", at: (2, 2), offset: (-60, 40))
    figure[1].x.scale = .logarithmic
    let image = figure.rendered()
    let reference = try Image(contentsOf: fixture("reference.png").path)
    if let difference = reference.difference(from: image) {
      let drawn =
        FileManager.default.temporaryDirectory.path + "/plotting-reference.png"
      try image.write(to: drawn)
      Issue.record("\(difference); see \(drawn)")
    }
  }

  @Test func aFigureOfOnePanelStandsForIt() {
    let figure = Figure()
    figure.title = "Title"
    (figure.x.label, figure.y.scale) = ("x", .logarithmic)
    (figure.hasEqualAspect, figure.hasFrame) = (true, false)
    figure.line([1, 3, 2])
    let axes = figure[0]
    #expect(
      axes.title == "Title" && axes.x.label == "x" && axes.y.scale == .logarithmic)
    #expect(axes.hasEqualAspect && !axes.hasFrame)
    #expect(axes.plots.count == 1)
  }

  @Test func aFigureOfSeveralPanelsHasATitleOfItsOwn() {
    let figure = Figure(columns: 2)
    figure.title = "all"
    figure[0].title = "left"
    #expect(figure.title == "all" && figure[0].title == "left")
    figure.line([1, 2])
    #expect(figure[0].plots.count == 1 && figure[1].plots.isEmpty)
  }

  @Test func panelsAreCountedByRows() {
    let figure = Figure(rows: 2, columns: 3)
    #expect(figure[1, 2] === figure[5])
    #expect(figure[0, 1] === figure[1])
  }

  @Test func panelsOfAColumnStandInLine() {
    let figure = Figure(rows: 2, columns: 1)
    figure[0].line([0, 1], [0, 1_000_000])
    figure[1].line([0, 1], [0, 1])
    // Frames are the only lines as dark as this; their left edges are at the same x.
    let image = figure.rendered()
    func leftEdge(_ row: Int) -> Int? {
      (0..<image.width).first { column in
        (0..<60).allSatisfy { image[column, row + $0].red == Theme.frameColor.red }
      }
    }
    let edges = [leftEdge(image.height / 4), leftEdge(image.height * 3 / 4)]
    #expect(edges[0] != nil && edges[0] == edges[1])
  }

  /// Where frames begin and end in the middle row: columns that are as dark as they.
  private func frameColumns(_ image: Image) -> [Int] {
    let row = image.height / 2
    let dark = (0..<image.width).filter { image[$0, row] == Theme.frameColor }
    return dark.filter { !dark.contains($0 - 1) }
  }

  @Test func widthsAreTheProportionsOfThePanels() {
    let figure = Figure(columns: 2, width: 500, height: 100, widths: [3, 1])
    for axes in [figure[0], figure[1]] {
      (axes.x.ticks, axes.y.ticks) = ([], [])
    }
    let edges = frameColumns(figure.rendered())
    #expect(edges.count == 4)
    #expect(abs(Double(edges[1] - edges[0]) / Double(edges[3] - edges[2]) - 3) < 0.05)
  }

  @Test func barsThinnerThanAPixelAreSeen() {
    let figure = Figure(width: 100, height: 100)
    figure.hasFrame = false
    figure.bars([Double](repeating: 1, count: 1000), width: 1)
    let image = figure.rendered()
    // No gap and no seam between a thousand bars on 168 pixels.
    let row = (30..<170).map { image[$0, 100] }
    #expect(row.allSatisfy { $0 == .blue })
    let single = Figure(width: 100, height: 100)
    single.hasFrame = false
    single.x.limits = 0...1000
    single.bars([1], at: [500], width: 1)
    #expect((0..<200).contains { single.rendered()[$0, 100] != .white })
  }

  @Test func nearlyWhiteMarksAreSeenOnWhite() {
    for draw: (Figure) -> Void in [
      { $0.line([0, 1], [0, 1], color: .white) },
      { $0.scatter([0], [0], color: .white, marker: .circle) },
      { $0.scatter([0], [0], color: .white, marker: .cross) },
      { $0.annotate("text", at: (0, 0), offset: (9, 9), color: .white) },
    ] {
      let figure = Figure(width: 100, height: 100)
      figure.hasFrame = false
      draw(figure)
      let pixels = figure.rendered().pixels
      #expect(pixels.contains { $0 < 64 })
    }
  }

  @Test(
    arguments: [
      ([], []), ([1], [1]), ([.nan, .nan], [1, 2]), ([0, 0], [0, 0]),
      ([-.infinity, .infinity], [1, 2]), ([1e-300, 2e-300], [-1e308, 1e308]),
      ([-1, 0], [-5, 0]),
    ] as [([Double], [Double])])
  func awkwardDataAreDrawn(x: [Double], y: [Double]) {
    for scale in [Scale.linear, .logarithmic] {
      let figure = Figure(width: 200, height: 150)
      let axes = figure.axes
      (axes.x.scale, axes.y.scale) = (scale, scale)
      axes.line(x, y, label: "line", marker: .circle)
      axes.scatter(x, y)
      axes.bars(y, at: x)
      axes.squaredResiduals(x, from: y, to: x)
      axes.arrows(x, y)
      for value in x { axes.text("text", at: (value, value)) }
      axes.verticalLine(at: x.first ?? .nan)
      #expect(figure.rendered().width == 400)
    }
  }

  @Test func aFigureMayBeTiny() {
    let figure = Figure(rows: 3, columns: 3, width: 20, height: 10)
    for i in 0..<9 { figure[i].line([0, 1], [0, 1], label: "line") }
    #expect(figure.rendered().width == 40)
  }

  @Test func tellsWhichValuesAPixelStandsFor() {
    let figure = Figure(columns: 2)
    figure[0].line([0, 1, 2])
    figure[1].line([1, 10, 1000])
    figure[1].y.scale = .logarithmic
    for (panel, x, y) in [(0, 1.5, 0.25), (0, -0.1, 2), (1, 0.5, 30), (1, 2, 1000)] {
      let point = figure.laidOut[panel].frame.point(x, y)
      let found = figure.values(column: 2 * point.x, row: 2 * point.y)
      #expect(found.panel == panel)
      #expect((found.x - x).magnitude < 1e-9)
      #expect((found.y / y - 1).magnitude < 1e-9)
    }
    // Outside of the frames, that of the nearest panel.
    #expect(figure.values(column: 0, row: 0).panel == 0)
    #expect(figure.values(column: 1e6, row: 300).panel == 1)
  }

  @Test func fitsANarrowSheet() {
    let (one, three) = (Figure(), Figure(columns: 3))
    let images = Figure(images: [Image(width: 2, height: 2, color: .gray)], columns: 1)
    #expect(one.narrowed(to: 560) === one)
    #expect(one.narrowed(to: 300).rendered().width == 600)
    #expect(one.narrowed(to: 300).rendered().height == 420)
    #expect(images.narrowed(to: 300) === images)
    // Side by side with 180 points each, below each other with less.
    #expect(three.narrowed(to: 540).rendered().height == 324)
    #expect(three.narrowed(to: 539).rows == 3)
    #expect(three.narrowed(to: 300)[2] === three[2])
  }

  @Test func keepsTheEndsOfOtherAxes() {
    let (before, after) = (Figure(), Figure())
    before.line([0, 10])
    after.line([5, 7])
    after.axes.keepEnds(of: before.axes)
    let (old, new) = (before.axes.spans, after.axes.spans)
    #expect([new.x.low, new.x.high] == [old.x.low, old.x.high])
    #expect([new.y.low, new.y.high] == [old.y.low, old.y.high])
  }
}
