import Foundation
import TestSupport
import Testing

@testable import Plotting

@Suite struct PNGTests {
  private let folder = TemporaryFolder()

  /// An image of many different bytes.
  private func pattern(_ channels: Image.Channels, width: Int = 37, height: Int = 23)
    -> Image
  {
    let pixels = (0..<width * height * channels.rawValue).map { i in
      UInt8(truncatingIfNeeded: i &* i &* 31 &+ i / 7)
    }
    return Image(width: width, height: height, channels: channels, pixels: pixels)
  }

  @Test(arguments: [Image.Channels.gray, .rgb, .rgba])
  func whatIsWrittenIsReadBack(channels: Image.Channels) throws {
    let image = pattern(channels)
    let path = folder["image.png"].path
    try image.write(to: path)
    #expect(try Image(contentsOf: path) == image)
  }

  @Test func noiseThatDoesNotCompressIsWritten() throws {
    var state: UInt32 = 1
    let pixels = (0..<300 * 300).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24)
    }
    let image = Image(width: 300, height: 300, channels: .gray, pixels: pixels)
    #expect(try Image(png: image.png, name: "") == image)
  }

  /// What other software makes of each kind: see Fixtures/make_png_fixtures.py.
  @Test(
    arguments: try! FileManager.default
      .contentsOfDirectory(atPath: fixture("PngSuite/expected").path).sorted())
  func imagesOfAllKindsAreRead(expectation: String) throws {
    let name = expectation.split(separator: ".")[0]
    let path = fixture("PngSuite/\(name).png").path
    if name.hasPrefix("basi"), name.hasSuffix("16") {
      let message = "expected 8 bits or no interlacing, found 16 bits interlaced"
      return expectFault(in: path, message) { try Image(contentsOf: path) }
    }
    let image = try Image(contentsOf: path)
    let lines = try Data(contentsOf: fixture("PngSuite/expected/\(expectation)"))
      .split(separator: UInt8(ascii: "\n"), maxSplits: 1)
    let size = "\(image.width) \(image.height)"
    try #require(String(decoding: lines[0], as: UTF8.self) == size)
    let expected = Image(
      width: image.width, height: image.height, channels: .rgba, pixels: Array(lines[1])
    )
    var (alpha, color) = (0, 0)
    for row in 0..<image.height {
      for column in 0..<image.width {
        let (a, b) = (image[column, row], expected[column, row])
        // Where nothing is seen the colour is free; libpng's gamma is good to 1.
        let differences = [(a.red, b.red), (a.green, b.green), (a.blue, b.blue)]
          .map { b.alpha == 0 ? 0 : abs(Int($0) - Int($1)) }
        alpha = max(alpha, abs(Int(a.alpha) - Int(b.alpha)))
        color = max(color, differences.max()!)
      }
    }
    #expect(alpha <= 1)
    #expect(color <= 1)
  }

  @Test func eachKindKeepsItsChannels() throws {
    func channels(_ name: String) throws -> Image.Channels {
      try Image(contentsOf: fixture("PngSuite/\(name).png").path).channels
    }
    #expect(try channels("basn0g16") == .gray)
    #expect(try channels("basn3p04") == .rgb)
    #expect(try channels("basn2c16") == .rgb)
    #expect(try channels("basn4a16") == .rgba)
    #expect(try channels("tbbn1g04") == .rgba)
  }
}

@Suite struct DamagedPNGTests {
  @Test func anImageWithoutTheDataForItsPixelsIsRefused() throws {
    let bytes = try Array(Data(contentsOf: fixture("PngSuite/basn0g16.png")))
    let large = withChecksums(
      Array(bytes[..<16]) + [0, 0, 16, 0, 0, 0, 16, 0] + bytes[24...])
    expectFault(in: "large", "damage: 94 bytes of data for 4096 × 4096 pixels") {
      try Image(png: large, name: "large")
    }
  }

  @Test(arguments: [
    ("empty", "a PNG image, found damage: it is empty"),
    ("text", "a PNG image, found text that begins "),
    ("wide", "at most 50000000 pixels, found 100000 × 100000"),
    ("endless", "a PNG image, found damage: Invalid IHDR data"),
  ])
  func whatIsNoImageOrTooLargeIsNamed(name: String, message: String) {
    let path = fixture("damaged/\(name).png").path
    expectFault(in: path, "expected \(message)") { try Image(contentsOf: path) }
  }

  @Test func aFileThatCannotBeReadOrWrittenIsNamed() {
    let path = "/no/such/image.png"
    expectFault(in: path, "cannot be read: No such file or directory") {
      try Image(contentsOf: path)
    }
    expectFault(in: path, "cannot be written: No such file or directory") {
      try Image(width: 2, height: 1, color: .gray).write(to: path)
    }
  }
}

/// The bytes of a PNG file with the right checksums.
private func withChecksums(_ png: [UInt8]) -> [UInt8] {
  var png = png
  png.withUnsafeMutableBytes { $0.repairPNGChecksums() }
  return png
}

@Suite struct OrientationTests {
  /// Three pixels in two rows, stored so that an orientation of Exif makes them upright:
  ///
  ///     0 1 2
  ///     3 4 5
  @Test(arguments: [
    (1, 3, [0, 1, 2, 3, 4, 5]), (2, 3, [2, 1, 0, 5, 4, 3]), (3, 3, [5, 4, 3, 2, 1, 0]),
    (4, 3, [3, 4, 5, 0, 1, 2]), (5, 2, [0, 3, 1, 4, 2, 5]), (6, 2, [2, 5, 1, 4, 0, 3]),
    (7, 2, [5, 2, 4, 1, 3, 0]), (8, 2, [3, 0, 4, 1, 5, 2]),
  ])
  func anImageIsTurnedAsExifSays(
    orientation: UInt8, width: Int, stored: [UInt8]
  ) throws {
    let image = Image(
      width: width, height: 6 / width, channels: .gray, pixels: stored)
    let bytes = image.png
    for exif in [
      Array("MM".utf8) + [0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1]
        + [0, orientation, 0, 0],
      Array("II".utf8) + [42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0]
        + [orientation, 0, 0, 0],
    ] {
      let chunk =
        [0, 0, 0, UInt8(exif.count)] + Array("eXIf".utf8) + exif + [0, 0, 0, 0]
      let file = withChecksums(Array(bytes[..<33]) + chunk + bytes[33...])
      let upright = try Image(png: file, name: "lying")
      #expect(upright.width == 3)
      #expect(upright.pixels == [0, 1, 2, 3, 4, 5])
      // Cut off anywhere, Exif data say nothing.
      for count in 0..<exif.count - 4 {
        let short =
          [0, 0, 0, UInt8(count)] + Array("eXIf".utf8) + exif[..<count] + [0, 0, 0, 0]
        let file = withChecksums(Array(bytes[..<33]) + short + bytes[33...])
        #expect(try Image(png: file, name: "short").pixels == stored)
      }
    }
  }
}
