import Foundation
import Testing

@testable import Plotting

/// Figures of all kinds, with long texts and awkward data.
enum SampleFigure: CaseIterable {
  case lines, scatter, logarithmic, bars, contours, heatmap, images, panels, residuals
  case longTexts, outside, smallNumbers

  var figure: Figure {
    switch self {
    case .lines:
      let figure = Figure()
      for k in 0..<6 {
        figure[0].curve(over: 0...10, label: "curve \(k)") { $0 * Double(k) / 10 }
      }
      return figure
    case .scatter:
      let figure = Figure(width: 300, height: 200)
      figure[0].scatter([0, 1, 1000], [5, -7, 12], label: "points")
      figure[0].annotate("the last one", at: Point(1000, 12), offset: Point(60, -60))
      figure[0].text("at the edge", at: Point(0, -7))
      return figure
    case .logarithmic:
      let figure = Figure(columns: 2)
      for axes in [figure[0], figure[1]] {
        axes.x.scale = .logarithmic
        axes.y.scale = .logarithmic
        axes.line([1, 10, 1e4], [1e-9, 1, 1e9], label: "power")
      }
      figure[1].y.limits = 2...5
      return figure
    case .bars:
      let figure = Figure(columns: 2)
      figure[0].bars([3, 1, 2], label: "count")
      figure[0].x.ticks = Tick.categories(["a first name", "b", "a last long name"])
      figure[1].horizontalBars([0.9, -0.2])
      figure[1].y.ticks = Tick.categories(["logistic regression", "mean"])
      return figure
    case .contours:
      let figure = Figure(columns: 2)
      let grid = Grid(x: -2...2, y: -1...3) { x, y in x * x + 3 * y * y }
      figure[0].filledContours(grid, colorBar: "a loss with a long name")
      figure[1].contours(grid)
      return figure
    case .heatmap:
      let figure = Figure()
      let values = (0..<25).map { Double($0 * 40) }
      figure[0].heatmap(
        Grid(rows: 5, columns: 5, values: values), colorBar: "", showsValues: true)
      figure[0].hasEqualAspect = true
      return figure
    case .images:
      let image = Image(width: 4, height: 4, color: .blue)
      return Figure(
        images: [Image](repeating: image, count: 7),
        captions: (0..<7).map { "caption of image \($0)" }, columns: 4)
    case .panels:
      let figure = Figure(rows: 2, columns: 3)
      figure.title = "A title over all panels"
      for i in 0..<6 {
        figure[i].line([0, 1], [0, Double(i) * 12345.678])
        figure[i].title = "panel \(i)"
        figure[i].x.label = "x"
        figure[i].y.label = "y"
      }
      return figure
    case .residuals:
      let figure = Figure()
      figure[0].squaredResiduals([1, 2], from: [1, 3], to: [2, 2], label: "squares")
      figure[0].residuals([1, 2], from: [1, 3], to: [2, 2], label: "residuals")
      return figure
    case .longTexts:
      let figure = Figure(columns: 2, width: 400, height: 260)
      figure.title =
        "A title that is much longer than the figure is wide, so that it breaks"
      figure[0].title = "A title that is longer than its panel"
      figure[0].x.label = "an axis whose label is longer than itself"
      figure[0].y.label = "an axis whose label is longer than itself"
      figure[1].caption = "A caption that goes on for quite some time"
      figure[0].line([0, 1], [0, 1])
      return figure
    case .outside:
      let figure = Figure()
      figure[0].legend = .outside
      figure[0].line([0, 1], [0, 1], label: "a label that takes some room")
      figure[0].heatmap(Grid(x: 0...1, y: 0...1) { $0 * $1 }, colorBar: "product")
      return figure
    case .smallNumbers:
      let figure = Figure(columns: 3)
      figure[0].line([0, 1], [1e-7, 3e-7])
      figure[1].line([1e6, 1.00001e6], [-1e300, 1e300])
      figure[2].line([123.4567, 123.4568], [5, 5])
      return figure
    }
  }
}

@Suite struct FigureTests {
  @Test(arguments: SampleFigure.allCases)
  func noTextLeavesTheFigure(sample: SampleFigure) {
    let canvas = sample.figure.drawn()
    #expect(!canvas.texts.isEmpty)
    for corners in canvas.texts {
      let box = Rectangle(around: corners)
      #expect(canvas.bounds.contains(box), "\(box)")
    }
  }

  @Test(arguments: SampleFigure.allCases)
  func noTextCoversAnother(sample: SampleFigure) {
    let boxes = sample.figure.drawn().texts.map { Rectangle(around: $0) }
    for i in boxes.indices {
      for j in boxes.indices where j > i {
        #expect(
          !boxes[i].inset(by: 0.5).intersects(boxes[j]), "\(boxes[i]) \(boxes[j])")
      }
    }
  }

  @Test(arguments: SampleFigure.allCases)
  func aFigureIsDrawnTheSameTwice(sample: SampleFigure) {
    #expect(sample.figure.image() == sample.figure.image())
  }

  @Test func thePixelsAreTheSameOnEveryMachine() throws {
    // The reference was looked at and found right. Only + − × ÷ and the square root are
    // between the data and the pixels, so another machine must draw the same.
    let figure = Figure(columns: 2, width: 480, height: 220)
    figure[0].title = "Reference θ²"
    figure[0].curve(over: -2...2, label: "x²") { $0 * $0 }
    figure[0].scatter([-1, 0, 1], [1, 0, 1], label: "points")
    figure[1].contours(Grid(x: 1...2, y: 1...2) { $0 * $1 })
    figure[1].x.scale = .logarithmic
    let picture = FileManager.default.temporaryDirectory
      .appendingPathComponent("plotting-difference.png").path
    try withTemporaryFolder { folder in
      let path = folder + "/reference.png"
      try figure.write(to: path)
      let message = try Image.compare(
        path, with: Fixtures.path("reference.png"), picture: picture)
      #expect(message == nil)
    }
  }

  @Test func theBackgroundIsOpaqueWhite() {
    let image = Figure(width: 100, height: 80).image()
    #expect((image.width, image.height) == (200, 160))
    #expect(image.channels == .rgb)
    #expect(image[0, 0] == .white && image[199, 159] == .white)
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
    let image = figure.image()
    func leftEdge(_ row: Int) -> Int? {
      (0..<image.width).first { column in
        (0..<60).allSatisfy { image[column, row + $0].red == Theme.frameColor.red }
      }
    }
    let edges = [leftEdge(image.height / 4), leftEdge(image.height * 3 / 4)]
    #expect(edges[0] != nil && edges[0] == edges[1])
  }

  @Test(
    arguments: [
      ([], []), ([1], [1]), ([.nan, .nan], [1, 2]), ([0, 0], [0, 0]),
      ([-.infinity, .infinity], [1, 2]), ([1e-300, 2e-300], [-1e308, 1e308]),
      ([-1, 0], [-5, 0]),
    ] as [([Double], [Double])])
  func awkwardDataAreDrawn(x: [Double], y: [Double]) {
    for scale in [Plotting.Scale.linear, .logarithmic] {
      let figure = Figure(width: 200, height: 150)
      let axes = figure[0]
      (axes.x.scale, axes.y.scale) = (scale, scale)
      axes.line(x, y, label: "line", marker: .circle)
      axes.scatter(x, y)
      axes.steps(x, y)
      axes.bars(y, at: x)
      axes.horizontalBars(x, at: y)
      axes.fill(x, between: y, and: x)
      axes.residuals(x, from: y, to: x)
      axes.squaredResiduals(x, from: y, to: x)
      axes.arrows(x, y)
      for value in x { axes.text("text", at: Point(value, value)) }
      axes.horizontalLine(at: y.first ?? .nan)
      #expect(figure.image().width == 400)
    }
  }

  @Test func aFigureMayBeTiny() {
    let figure = Figure(rows: 3, columns: 3, width: 20, height: 10)
    for i in 0..<9 { figure[i].line([0, 1], [0, 1], label: "line") }
    #expect(figure.image().width == 40)
  }
}

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
      figure[0].line(corner.x, corner.y, label: "line")
      let box = legendBox(figure)
      #expect((box.center.x > 150) == corner.right)
      #expect((box.center.y > 120) == corner.low)
    }
  }

  @Test func aCrowdedPanelHasItsLegendOutside() {
    let figure = Figure()
    let noise = (0..<4000).map { Double($0 * 7919 % 4001) }
    figure[0].scatter(noise.indices.map(Double.init), noise, label: "noise")
    let frameEnd = Figure()
    frameEnd[0].scatter(noise.indices.map(Double.init), noise)
    // The label begins where the frame without a legend would still go on.
    #expect(legendBox(figure).maxX <= 560)
    let image = figure.image()
    let label = legendBox(figure)
    #expect(image[Int(label.x * 2) - 80, 600] == .white)
    #expect(frameEnd.image()[Int(label.x * 2) - 80, 600] != .white)
  }

  @Test func onlyLabelledPlotsAreListed() {
    let figure = Figure()
    figure[0].line([0, 1], [0, 1])
    let without = figure.drawn().texts.count
    figure[0].line([0, 1], [0, 1], label: "labelled")
    #expect(figure.drawn().texts.count == without + 1)
    figure[0].legend = .none
    #expect(figure.drawn().texts.count == without)
  }
}

@Suite struct ColormapTests {
  @Test func theEndsAreTheFirstAndTheLastColour() {
    #expect(Colormap.gray.color(0) == .black)
    #expect(Colormap.gray.color(1) == .white)
    #expect(Colormap.gray.color(0.5) == Color(0x808080))
    #expect(Colormap.gray.color(-3) == .black && Colormap.gray.color(7) == .white)
    #expect(Colormap.gray.color(.nan) == .lightGray)
  }

  @Test func viridisGetsLighterAllTheWay() {
    let light = (0...100).map { Colormap.viridis.color(Double($0) / 100).luminance }
    #expect(zip(light, light.dropFirst()).allSatisfy { $0 < $1 })
  }

  @Test func aDivergingMapHasZeroInItsMiddle() {
    #expect(Colormap.diverging.limits(of: [-1, 3]) == -3...3)
    #expect(Colormap.viridis.limits(of: [-1, .nan, 3]) == -1...3)
    #expect(Colormap.viridis.limits(of: [2, 2]) == 1.5...2.5)
    #expect(Colormap.viridis.limits(of: []) == 0...1)
  }

  @Test func theCycleDiffersInGray() {
    let light = Color.cycle.map(\.luminance).sorted()
    #expect(zip(light, light.dropFirst()).allSatisfy { $1 - $0 > 0.03 })
    #expect(Set(Dashes.allCases).count >= Color.cycle.count)
    #expect(Set(Marker.allCases).count >= Color.cycle.count)
  }
}

@Suite struct CanvasTests {
  @Test func colorsBlendByTheirOpacity() {
    var canvas = Canvas(width: 4, height: 4, scale: 1)
    canvas.fill(Path(canvas.bounds), .black.opacity(0.5))
    #expect(canvas.image[1, 1] == Color(0x7F7F7F))
  }

  @Test func anImageIsEnlargedByWholePixels() {
    var canvas = Canvas(width: 4, height: 2, scale: 2)
    let image = Image(width: 2, height: 1, channels: .gray, pixels: [10, 200])
    canvas.draw(image, in: canvas.bounds)
    #expect(
      (0..<8).map { canvas.image[$0, 3].red } == [10, 10, 10, 10, 200, 200, 200, 200])
  }

  @Test func anImageIsClippedAndBlended() {
    var canvas = Canvas(width: 4, height: 4, scale: 1)
    canvas.clip = Rectangle(x: 2, y: 0, width: 2, height: 2)
    let image = Image(width: 1, height: 1, channels: .rgba, pixels: [0, 0, 0, 51])
    canvas.draw(image, in: canvas.bounds)
    #expect(canvas.image[1, 1] == .white && canvas.image[2, 2] == .white)
    #expect(canvas.image[2, 1] == Color(0xCCCCCC))
  }

  @Test func sharpLinesHaveTheirEdgesBetweenPixels() {
    var canvas = Canvas(width: 10, height: 10)
    for (width, pixels) in [(1.0, 2), (0.5, 1), (1.5, 3)] {
      let y = canvas.sharp(4.8, width: width)
      canvas.clip = canvas.bounds
      canvas.fill(Path(canvas.bounds), .white)
      canvas.stroke(Path([Point(0, y), Point(10, y)]), .black, width: width)
      let column = (0..<20).map { canvas.image[5, $0] }
      #expect(column.filter { $0 == .black }.count == pixels)
      #expect(column.filter { $0 == .white }.count == 20 - pixels)
    }
  }

  @Test func anArrowHasItsTipAtTheEnd() {
    var canvas = Canvas(width: 40, height: 20, scale: 1)
    canvas.arrow(from: Point(2, 10), to: Point(35, 10))
    let dark = canvas.image.darkness
    #expect(dark[10][33] > 0.3)
    #expect(dark[10][35...].allSatisfy { $0 == 0 })
    canvas.arrow(from: Point(5, 5), to: Point(5, 5))
  }
}
