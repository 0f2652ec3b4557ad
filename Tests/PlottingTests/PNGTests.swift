import Files
import Foundation
import Readers
import Testing

@testable import Plotting

@Suite struct PNGTests {
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
    try withTemporaryFolder { folder in
      let path = folder + "/image.png"
      try image.write(to: path)
      #expect(try Image(contentsOf: path) == image)
    }
  }

  @Test(arguments: [Image.Channels.gray, .rgb, .rgba])
  func anotherDecoderReadsWhatIsWritten(channels: Image.Channels) throws {
    let image = pattern(channels)
    #expect(ReferenceDecoder.image(try image.png(name: "")) == image)
  }

  @Test func anotherDecoderReadsAFigure() throws {
    let figure = Figure(width: 200, height: 140)
    figure[0].line([1, 3, 2], label: "line")
    let image = figure.image()
    #expect(ReferenceDecoder.image(try image.png(name: "")) == image)
  }

  @Test func noiseThatDoesNotCompressIsWritten() throws {
    var state: UInt32 = 1
    let pixels = (0..<300 * 300).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return UInt8(truncatingIfNeeded: state >> 24)
    }
    let image = Image(width: 300, height: 300, channels: .gray, pixels: pixels)
    #expect(try Image(png: image.png(name: ""), name: "") == image)
  }

  @Test(
    arguments: try! FileManager.default
      .contentsOfDirectory(atPath: Fixtures.path("PngSuite/expected")).sorted())
  func imagesOfAllKindsAreRead(name: String) throws {
    let path = Fixtures.path("PngSuite/\(name)")
    if name.hasPrefix("basi"), name.hasSuffix("16.png") {
      #expect(throws: PNGError.interlaced16Bit(file: path)) {
        try Image(contentsOf: path)
      }
      return
    }
    let image = try Image(contentsOf: path)
    let expected = ReferenceDecoder.image(
      try Fixtures.bytes("PngSuite/expected/\(name)"))
    try #require((image.width, image.height) == (expected.width, expected.height))
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
      try Image(contentsOf: Fixtures.path("PngSuite/\(name).png")).channels
    }
    #expect(try channels("basn0g16") == .gray)
    #expect(try channels("basn3p04") == .rgb)
    #expect(try channels("basn2c16") == .rgb)
    #expect(try channels("basn4a16") == .rgba)
    #expect(try channels("tbbn1g04") == .rgba)
  }
}

@Suite struct DamagedPNGTests {
  @Test(arguments: ["basn2c08", "basi3p08", "basn4a16", "tbbn1g04"])
  func everyTruncationIsRefused(name: String) throws {
    let bytes = try Fixtures.bytes("PngSuite/\(name).png")
    for count in 0..<bytes.count {
      #expect {
        try Image(png: Array(bytes[..<count]), name: name)
      } throws: { error in
        "\(error)".hasPrefix("\(name): expected a PNG image, found damage: ")
      }
    }
  }

  /// Checksums guard all but what libpng skips.
  @Test(arguments: ["basn0g01", "basn2c08", "basi3p08", "basn4a16", "tbbn1g04"])
  func everyFlippedBitIsAnErrorOrAnImageOfTheSize(name: String) throws {
    let whole = try Fixtures.bytes("PngSuite/\(name).png")
    let image = try Image(png: whole, name: name)
    var errors = 0
    for bit in 0..<8 * whole.count {
      var bytes = whole
      bytes[bit / 8] ^= 1 << (bit % 8)
      do {
        let changed = try Image(png: bytes, name: name)
        #expect((changed.width, changed.height) == (image.width, image.height))
      } catch {
        errors += 1
        #expect("\(error)".hasPrefix("\(name): expected a PNG image, found damage: "))
      }
    }
    #expect(errors > 8 * whole.count / 2)
  }

  @Test func anImageWithoutTheDataForItsPixelsIsRefused() throws {
    let bytes = try Fixtures.bytes("PngSuite/basn0g16.png")
    let large = withChecksums(
      Array(bytes[..<16]) + [0, 0, 16, 0, 0, 0, 16, 0] + bytes[24...])
    #expect(
      throws: PNGError.damaged(
        file: "large", reason: "94 bytes of data for 4096 × 4096 pixels")
    ) {
      try Image(png: large, name: "large")
    }
  }

  @Test func aPipeIsRefusedWithoutWaitingForItsOtherEnd() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/pipe"
      #expect(mkfifo(path, 0o600) == 0)
      #expect {
        try Image(contentsOf: path)
      } throws: { error in
        "\(error)" == "\(path): cannot be read: a pipe or device, not a file"
      }
    }
  }

  @Test func whatIsNoImageIsNamed() throws {
    let empty = Fixtures.path("damaged/empty.png")
    #expect(throws: PNGError.damaged(file: empty, reason: "it is empty")) {
      try Image(contentsOf: empty)
    }
    let text = Fixtures.path("damaged/text.png")
    #expect {
      try Image(contentsOf: text)
    } throws: { error in
      "\(error)".hasPrefix("\(text): expected a PNG image, found text that begins ")
    }
    #expect(throws: PNGError.otherKind(file: "memory", kind: "a JPEG image")) {
      try Image(png: [0xFF, 0xD8, 0xFF, 0xE0], name: "memory")
    }
  }

  @Test func anImageOfTooManyPixelsIsRefused() {
    let wide = Fixtures.path("damaged/wide.png")
    #expect(
      throws: PNGError.tooManyPixels(
        file: wide, width: 100_000, height: 100_000, limit: Image.pixelLimit)
    ) {
      try Image(contentsOf: wide)
    }
    #expect(throws: PNGError.self) {
      try Image(contentsOf: Fixtures.path("damaged/endless.png"))
    }
  }

  @Test func aFileOfTooManyBytesIsRefused() {
    let path = Fixtures.path("reference.png")
    #expect {
      try readWhole(path, limit: 1000)
    } throws: { error in
      "\(error)" == "\(path): cannot be read: it has more than 1000 bytes"
    }
  }

  @Test func aMissingFileIsNamed() {
    #expect {
      try Image(contentsOf: "/no/such.png")
    } throws: { error in
      "\(error)" == "/no/such.png: cannot be read: No such file or directory"
    }
    #expect {
      try Image(contentsOf: "/")
    } throws: { error in
      "\(error)" == "/: cannot be read: a folder, not a file"
    }
  }
}

@Suite struct PNGWritingTests {
  private let image = Image(width: 2, height: 1, channels: .gray, pixels: [0, 255])

  @Test func aMissingFolderIsNamed() {
    #expect {
      try image.write(to: "/no/such/image.png")
    } throws: { error in
      "\(error)" == "/no/such/image.png: cannot be written: No such file or directory"
    }
  }

  @Test func aFailureLeavesNothingBehind() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/taken"
      try FileManager.default.createDirectory(
        atPath: path + "/inside", withIntermediateDirectories: true)
      #expect(throws: PNGError.self) { try image.write(to: path) }
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder) == ["taken"])
    }
  }

  @Test func anOldFileIsReplacedAsAWhole() throws {
    try withTemporaryFolder { folder in
      let path = folder + "/image.png"
      try Data(repeating: 7, count: 10_000).write(to: URL(fileURLWithPath: path))
      try image.write(to: path)
      #expect(try Image(contentsOf: path) == image)
      #expect(
        try FileManager.default.contentsOfDirectory(atPath: folder) == ["image.png"])
    }
  }
}

/// The bytes of a PNG file with the right checksums.
private func withChecksums(_ png: [UInt8]) -> [UInt8] {
  var png = png
  png.withUnsafeMutableBytes { $0.repairPNGChecksums() }
  return png
}
