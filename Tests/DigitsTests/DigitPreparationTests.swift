import Digits
import Tensors
import Testing

@Suite struct DigitPreparationTests {
  /// `[rows, columns]` shades of a function.
  private func drawing(
    _ rows: Int, _ columns: Int, _ shade: (_ row: Int, _ column: Int) -> UInt8
  ) -> Tensor<UInt8> {
    Tensor(
      shape: [rows, columns],
      scalars: (0..<rows * columns).map { shade($0 / columns, $0 % columns) })
  }

  private func prepared(_ drawing: Tensor<UInt8>) throws -> Tensor<UInt8> {
    try preparedDigit(from: drawing, name: "drawing.png")
  }

  /// The box around the ink of an image of 28 × 28 pixels.
  private func box(
    _ image: Tensor<UInt8>
  ) -> (rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
    let inked = image.scalars.indices.filter { image.scalars[$0] > 0 }
    let columns = inked.map { $0 % 28 }
    return (inked.first! / 28...inked.last! / 28, columns.min()!...columns.max()!)
  }

  @Test func takesEveryTestImageOfMNISTAsItIs() throws {
    let images = Digits.mnist().testImages
    for i in 0..<images.shape[0] {
      #expect(try prepared(images[i]) == images[i], "image \(i)")
    }
  }

  @Test(arguments: [false, true])
  func findsEveryTestImageOfMNISTAgainOnALargerSheet(isInverted: Bool) throws {
    let images = Digits.mnist().testImages
    var others = 0
    for i in 0..<images.shape[0] {
      let image = images[i].scalars
      let sheet = drawing(64, 50) { row, column in
        let isInside = (20..<48).contains(row) && (5..<33).contains(column)
        let ink = isInside ? image[(row - 20) * 28 + column - 5] : 0
        return isInverted ? 255 - ink : ink
      }
      // Where the strongest is 254, all becomes stronger by a 254th.
      let strongest = Int(image.max()!)
      let expected = image.map {
        UInt8((Int($0) * 255 * 2 + strongest) / (2 * strongest))
      }
      if try prepared(sheet).scalars != expected { others += 1 }
    }
    // The longer side of three is 19 pixels, which become 20; another one's centre of
    // mass is that near to the next pixel.
    #expect(others == 4)
  }

  @Test(arguments: [1, 2, 7, 19, 20, 21, 100, 333])
  func scalesASquareOfAnySizeToTwentyPixels(side: Int) throws {
    let image = try prepared(
      drawing(side + 9, side + 5) { row, column in
        (3..<3 + side).contains(row) && (2..<2 + side).contains(column) ? 0 : 255
      })
    #expect(box(image) == (4...23, 4...23))
    #expect(image.scalars.allSatisfy { $0 == 0 || $0 == 255 })
  }

  @Test func keepsTheAspect() throws {
    let image = try prepared(
      drawing(100, 100) { row, column in
        (10..<90).contains(row) && (40..<60).contains(column) ? 255 : 0
      })
    #expect(box(image) == (4...23, 12...16))
  }

  @Test func makesAPixelTheMeanOfWhatItCovers() throws {
    // 40 × 40 pixels in chequers of one: a new pixel covers four, two of them ink.
    let image = try prepared(
      drawing(50, 50) { row, column in
        guard (5..<45).contains(row), (5..<45).contains(column) else { return 0 }
        if row < 7, column < 7 { return 200 }
        return (row + column) % 2 == 0 ? 200 : 0
      })
    let inked = Set(image.scalars).sorted()
    #expect(inked == [0, 128, 255])
    #expect(image.scalars.count { $0 == 255 } == 1)
  }

  @Test func movesTheCenterOfMassToTheMiddleAsFarAsNoInkIsLost() throws {
    // Nearly all ink is in the top row, yet the foot stays in the image.
    let image = try prepared(
      drawing(60, 60) { row, column in
        let isTop = row == 10 && (10..<50).contains(column)
        let isStem = column == 30 && (10..<50).contains(row)
        return isTop || isStem ? 0 : 255
      })
    #expect(box(image).rows == 8...27)
  }

  @Test func makesAFaintDrawingStrong() throws {
    let image = try prepared(
      drawing(60, 60) { row, column in
        row == 30 && column > 5 && column < 50 ? 140 : 170
      })
    #expect(image.scalars.max() == 255)
  }

  @Test(arguments: [(0, 255), (255, 0), (128, 255), (128, 0), (90, 60), (160, 200)])
  func findsTheInkWhateverTheGround(ground: UInt8, ink: UInt8) throws {
    func sheet(_ ground: UInt8, _ ink: UInt8) -> Tensor<UInt8> {
      drawing(80, 70) { row, column in
        let isInk = (20..<60).contains(row) && ((30..<36).contains(column) || row > 55)
        return isInk && column > 9 && column < 50 ? ink : ground
      }
    }
    #expect(try prepared(sheet(ground, ink)) == prepared(sheet(0, 255)))
  }

  @Test func aStrokeThatRunsOffTheSheetIsStillInk() throws {
    let image = try prepared(
      drawing(50, 50) { _, column in (20..<25).contains(column) ? 0 : 255 })
    #expect(box(image) == (4...23, 13...14))
  }

  @Test func takesTheGrainOfThePaperForGround() throws {
    let random = RandomState(seed: 1)
    let grain = (0..<6400).map { _ in random.randn() * 3 }
    func sheet(_ grain: [Double]) -> Tensor<UInt8> {
      drawing(80, 80) { row, column in
        let isInk =
          (20..<60).contains(row) && (38..<(row < 50 ? 44 : 60)).contains(column)
        return UInt8((isInk ? 60 : 220) + grain[row * 80 + column].rounded())
      }
    }
    let found = box(try prepared(sheet(grain)))
    let clean = box(try prepared(sheet(grain.map { _ in 0 })))
    #expect(found.rows.count == clean.rows.count)
    #expect(found.columns.count == clean.columns.count)
  }

  @Test(arguments: [(1, 1), (1, 500), (500, 1), (28, 28), (3, 3)])
  func aSheetOfOneShadeIsAnError(rows: Int, columns: Int) throws {
    for shade in [UInt8(0), 100, 255] {
      #expect(throws: DrawingError.self) {
        try prepared(drawing(rows, columns) { _, _ in shade })
      }
    }
  }

  @Test func theErrorNamesTheFileAndWhatWasFound() throws {
    let error = #expect(throws: DrawingError.self) {
      try prepared(drawing(30, 30) { row, _ in row == 15 ? 250 : 255 })
    }
    #expect(
      error?.description
        == "drawing.png: expected a drawing that differs from its ground by 16 or more "
        + "of 255 shades, found 5")
  }

  @Test func aDotIsADrawing() throws {
    let image = try prepared(
      drawing(3, 3) { row, column in row == 1 && column == 1 ? 0 : 255 })
    #expect(box(image) == (4...23, 4...23))
  }

  @Test(arguments: [(1, 4000), (4000, 1)])
  func aLineOfOnePixelIsADrawing(rows: Int, columns: Int) throws {
    let image = try prepared(
      drawing(rows, columns) { row, column in
        (1000..<2500).contains(row + column) ? 0 : 255
      })
    #expect(image.scalars.count { $0 == 255 } == 20)
  }
}
