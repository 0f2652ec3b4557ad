import Testing

@testable import Plotting

@Suite struct ImageDifferenceTests {
  private let image = Image(width: 3, height: 2, color: .white)

  @Test func equalImagesDoNotDiffer() {
    #expect(image.difference(from: image) == nil)
    let gray = Image(
      width: 3, height: 2, channels: .gray, pixels: [UInt8](repeating: 255, count: 6))
    #expect(image.difference(from: gray) == nil)
  }

  @Test func differencesAreCountedAndShown() throws {
    var other = image
    other.pixels[3] = 250
    other.pixels[17] = 155
    let difference = try #require(image.difference(from: other))
    #expect(difference.count == 2)
    #expect(difference.largest == 100)
    #expect(difference.description == "2 of 6 pixels differ, by at most 100 of 255")
    #expect(difference.picture[1, 0] == .red)
    #expect(difference.picture[2, 1] == .red)
    #expect(difference.picture[0, 0] == .white)
  }

  @Test func imagesOfDifferentSizesDifferEverywhere() throws {
    let other = Image(width: 2, height: 3, color: .white)
    #expect(try #require(image.difference(from: other)).count == 6)
  }
}
