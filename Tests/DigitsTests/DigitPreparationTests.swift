import Digits
import Tensors
import TestSupport
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
    try DigitPreparation(of: drawing).digit(name: "drawing.png")
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
      // What is fainter than a twelfth is not looked at.
      let found = try? prepared(sheet).scalars
      let isSame = zip(found ?? [], expected).allSatisfy {
        abs(Int($0) - Int($1)) <= 22
      }
      if found == nil || !isSame { others += 1 }
    }
    // Of those the longer side without what is faint is less than 20 pixels, and two
    // are broken into pieces that could be two digits.
    #expect(others <= 400)
  }

  @Test(arguments: [1, 2, 7, 19, 20, 21, 100, 333])
  func scalesASquareOfAnySizeToTwentyPixels(side: Int) throws {
    let image = try prepared(
      drawing(2 * side + 9, 2 * side + 5) { row, column in
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
      expectFault(in: "drawing.png", "differs from its ground", "found 0") {
        try prepared(drawing(rows, columns) { _, _ in shade })
      }
    }
  }

  @Test func theErrorNamesTheFileAndWhatWasFound() throws {
    let differs = "a drawing that differs from its ground by 16 or more of 255 shades"
    expectFault(in: "drawing.png", "expected \(differs), found 5") {
      try prepared(drawing(30, 30) { row, _ in row == 15 ? 250 : 255 })
    }
  }

  @Test(arguments: [(3, 900), (900, 3)])
  func aLineOfOnePixelIsADrawing(rows: Int, columns: Int) throws {
    let image = try prepared(
      drawing(rows, columns) { row, column in
        let isMiddle = rows == 3 ? row == 1 : column == 1
        return isMiddle && (200..<500).contains(max(row, column)) ? 0 : 255
      })
    #expect(image.scalars.count { $0 == 255 } == 20)
  }

  /// A seven of strokes as wide as `pen`, as ink from 0 to 1, on a sheet of 160 × 120.
  private func isSeven(_ row: Int, _ column: Int, pen: Int = 8) -> Bool {
    let isBar = (30..<30 + pen).contains(row) && (40..<90).contains(column)
    let isStem = (30..<110).contains(row) && abs(2 * (90 - column) - (row - 30)) < pen
    return isBar || isStem
  }

  /// The seven in black on white, and what is put around it.
  private func seven(_ around: (_ row: Int, _ column: Int) -> UInt8) -> Tensor<UInt8> {
    drawing(120, 160) { row, column in
      isSeven(row, column) ? 0 : around(row, column)
    }
  }

  @Test func findsTheSameDigitWhateverIsAroundIt() throws {
    let clean = try prepared(seven { _, _ in 255 })
    let kinds: [(String, (Int, Int) -> UInt8)] = [
      ("a pixel", { $0 == 5 && $1 == 5 ? 254 : 255 }),
      ("specks", { ($0 % 50) < 2 && [10, 11, 145].contains($1) ? 0 : 255 }),
      ("ruled lines", { row, _ in row % 25 == 12 ? 200 : 255 }),
      ("squares", { $0 % 25 == 12 || $1 % 25 == 12 ? 200 : 255 }),
      ("a frame", { [8, 111].contains($0) || [8, 151].contains($1) ? 0 : 255 }),
      (
        "a frame at the edge",
        { [0, 119].contains($0) || [0, 159].contains($1) ? 90 : 255 }
      ),
      (
        "a dark table",
        { (12..<115).contains($0) && (12..<140).contains($1) ? 255 : 60 }
      ),
    ]
    for (name, around) in kinds {
      #expect(try prepared(seven(around)) == clean, "\(name)")
    }
  }

  @Test(arguments: [0.35, 0.55])
  func takesAShadowOff(depth: Double) throws {
    func shadowed(_ depth: Double) -> Tensor<UInt8> {
      drawing(120, 160) { row, column in
        let light = 1 - depth * Double(column) / 160
        return UInt8((isSeven(row, column) ? 40 : 220) * light)
      }
    }
    let clean = try prepared(shadowed(0))
    let found = try prepared(shadowed(depth))
    let most = zip(found.scalars, clean.scalars).map { abs(Int($0) - Int($1)) }.max()!
    #expect(box(found) == box(clean))
    #expect(most < 26)
  }

  @Test func tellsInkByItsColorWhereItIsAsLightAsItsGround() throws {
    // Both have 76 of 255 by Rec. 601.
    let colors = (0..<120 * 160).flatMap { i -> [UInt8] in
      isSeven(i / 160, i % 160) ? [255, 0, 0] : [0, 130, 0]
    }
    let found = try prepared(Tensor(shape: [120, 160, 3], scalars: colors))
    #expect(try found == prepared(seven { _, _ in 255 }))
  }

  @Test(arguments: [UInt8(0), 100, 255])
  func takesOpacityForInkWhereAllHasOneColor(shade: UInt8) throws {
    let pixels = (0..<120 * 160).flatMap { i -> [UInt8] in
      [shade, shade, shade, isSeven(i / 160, i % 160) ? 255 : 0]
    }
    let found = try prepared(Tensor(shape: [120, 160, 4], scalars: pixels))
    #expect(try found == prepared(seven { _, _ in 255 }))
  }

  @Test func paperThatIsClearAroundIsWhite() throws {
    // Black on white paper with clear corners: the opacity is not what was drawn.
    let pixels = (0..<120 * 160).flatMap { i -> [UInt8] in
      let isClear = i / 160 < 9 && i % 160 < 9
      let shade: UInt8 = isSeven(i / 160, i % 160) ? 0 : 255
      return isClear ? [0, 0, 0, 0] : [shade, shade, shade, 255]
    }
    let found = try prepared(Tensor(shape: [120, 160, 4], scalars: pixels))
    #expect(try found == prepared(seven { _, _ in 255 }))
  }

  @Test(arguments: [false, true])
  func centersADigitOf28By28Pixels(isInverted: Bool) throws {
    let digit = Digits.mnist().testImages[0]
    let moved = drawing(28, 28) { row, column in
      let ink = row < 3 ? 0 : digit.scalars[(row - 3) * 28 + column]
      return isInverted ? 255 - ink : ink
    }
    let (found, there) = (box(try prepared(moved)), box(digit))
    #expect(abs(found.rows.lowerBound - there.rows.lowerBound) <= 1)
    #expect(abs(found.rows.upperBound - there.rows.upperBound) <= 1)
    #expect(abs(found.columns.lowerBound - there.columns.lowerBound) <= 2)
  }

  @Test func keepsTheBarOfABrokenFive() throws {
    // A bar that lies three rows above the rest.
    let image = try prepared(
      drawing(100, 100) { row, column in
        let isBar = (20..<26).contains(row) && (40..<70).contains(column)
        let isRest = (29..<80).contains(row) && (36..<42).contains(column)
        let isFoot = (74..<80).contains(row) && (36..<66).contains(column)
        return isBar || isRest || isFoot ? 0 : 255
      })
    #expect(box(image).rows.count == 20)
    #expect(abs(box(image).columns.count - 12) <= 1)
  }

  @Test func twoDigitsAreAnErrorThatSaysWhere() throws {
    let two = "4 × 60 pixels at (40, 20) and 3 × 60 pixels at (120, 20)"
    expectFault(in: "drawing.png", "expected one digit, found two: \(two)") {
      try prepared(
        drawing(100, 200) { row, column in
          (20..<80).contains(row) && [40, 41, 42, 43, 120, 121, 122].contains(column)
            ? 0 : 255
        })
    }
  }

  @Test func grainIsNoDigit() throws {
    let random = RandomState(seed: 3)
    let grain = (0..<120 * 160).map { _ in random.randn() * 3 }
    expectFault(in: "drawing.png") {
      try prepared(drawing(120, 160) { UInt8(200 + grain[$0 * 160 + $1].rounded()) })
    }
  }

  @Test func thickensALineOfOnePixel() throws {
    func cross(_ pen: Int) -> Tensor<UInt8> {
      drawing(140, 140) { row, column in
        let isInk =
          (20..<120).contains(row) && (70..<70 + pen).contains(column)
          || (20..<120).contains(column) && (70..<70 + pen).contains(row)
        return isInk ? 0 : 255
      }
    }
    let inked = [1, 8].map { try! prepared(cross($0)).scalars.count { $0 > 127 } }
    #expect(2 * inked[0] > inked[1])
  }

  @Test func notesWhatEachStageSaw() {
    let preparation = DigitPreparation(of: seven { _, _ in 255 })
    #expect(
      preparation.stages.map(\.name) == [
        "light on dark", "ground", "contrast", "strokes", "digit", "28 × 28",
      ])
    #expect(preparation.stages.dropLast().allSatisfy { $0.shades.shape == [120, 160] })
    #expect(preparation.stages[1].shades.scalars.allSatisfy { $0 == 0 })
    let blank = DigitPreparation(of: drawing(9, 9) { _, _ in 7 })
    #expect(blank.stages.map(\.name) == ["light on dark", "ground", "contrast"])
  }
}
