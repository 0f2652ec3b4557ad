import Testing

@testable import Plotting

@Suite struct CanvasTests {
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
    canvas.arrow(from: Point(2, 10), to: Point(35, 10), .black, width: 1.2)
    let dark = canvas.image.darkness
    #expect(dark[10][33] > 0.3)
    #expect(dark[10][35...].allSatisfy { $0 == 0 })
    // A way of no length has no direction.
    let before = canvas.image
    canvas.arrow(from: Point(5, 5), to: Point(5, 5), .black, width: 1.2)
    #expect(canvas.image == before)
  }
}
