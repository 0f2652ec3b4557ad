import TestSupport
import Tensors
import Testing

@testable import Digits

@Suite struct IDXTests {
  @Test(arguments: [false, true])
  func readsUnsignedBytes(compressed: Bool) throws {
    let bytes = idx(0x08, [3], [0, 7, 255])
    let numbers = try tensor(in: compressed ? gzipped(bytes) : bytes)
    #expect(numbers.shape == [3])
    #expect(numbers.scalars == [0, 7, 255])
  }

  @Test(arguments: [
    (UInt8(0x09), "signed bytes"), (0x0B, "16-bit integers"), (0x0C, "32-bit integers"),
    (0x0D, "32-bit floating-point numbers"), (0x0E, "64-bit floating-point numbers"),
    (0x0A, "the unknown type 0xa"), (0, "the unknown type 0x0"),
  ])
  func namesNumbersOfOtherTypes(code: UInt8, words: String) {
    expectFault(in: "memory", "expected unsigned bytes, found \(words)") {
      try tensor(in: idx(code, [1], [0, 0, 0, 0, 0, 0, 0, 0]))
    }
  }

  @Test(arguments: [
    // `FileKindTests` has all kinds.
    ([0x89, 0x50, 0x4E, 0x47, 1, 2], "a PNG image"),
    (gzipped(gzipped(idx(0x08, [1], [1]))), "data that were gzipped twice"),
    (gzipped(Array("<html>".utf8)), "an HTML page"),
  ])
  func namesFilesOfOtherKinds(bytes: [UInt8], kind: String) {
    expectFault(in: "memory", "an IDX file, which begins with bytes 0 0, found \(kind)")
    {
      try tensor(in: bytes)
    }
  }

  @Test(arguments: 1...255)
  func readsEveryRank(rank: Int) throws {
    let dimensions = [UInt32](repeating: 1, count: rank - 1) + [3]
    let numbers = try tensor(in: idx(0x08, dimensions, [5, 0, 4]))
    #expect(numbers.shape.dimensions == dimensions.map(Int.init))
    #expect(numbers.scalars == [5, 0, 4])
  }

  @Test func readsEmptyDimensions() throws {
    let numbers = try tensor(in: idx(0x08, [2, 0, 3]))
    #expect(numbers.shape == [2, 0, 3])
    #expect(numbers.scalars == [])
  }

  /// Of one number, deflate shrinks them by nearly as much as it can.
  @Test(arguments: [1, 2, 251])
  func readsLargeFiles(period: Int) throws {
    let numbers = (0..<1_200_000).map { UInt8($0 % period) }
    let file = idx(0x08, [1200, 1000], numbers)
    for bytes in [file, gzipped(file)] {
      let read = try tensor(in: bytes)
      #expect(read.shape == [1200, 1000])
      #expect(read.scalars == numbers)
    }
  }

  @Test func refusesHeadersThatMakeNoSense() {
    func expectRefusal(_ expected: String, _ found: String, in bytes: [UInt8]) {
      expectFault(in: "memory", expected, found) { try tensor(in: bytes) }
    }
    expectRefusal("IDX header of at least 8 bytes", "found 0", in: [])
    expectRefusal("IDX header of at least 8 bytes", "found 2", in: [0, 0])
    expectRefusal("IDX file", "found 1", in: [1])
    expectRefusal("IDX file", "found 1 2", in: [1, 2, 3, 4])
    expectRefusal("IDX file", "found 0 1", in: [0, 1, 8, 1, 0, 0, 0, 0])
    expectRefusal("1 to 255 dimensions", "none", in: idx(0x08, []))
    expectRefusal("1020 bytes for 255 dimensions", "0", in: [0, 0, 8, 255])
    let large = UInt32.max
    let most = "1073741824 bytes of numbers"
    expectRefusal(most, "[4294967295, ", in: idx(0x08, [large, large, large]))
    expectRefusal(most, "[4294967295, ", in: idx(0x08, [large, large, large, 0]))
    expectRefusal(most, "[1073741825]", in: idx(0x08, [1 << 30 + 1]))
    expectRefusal(most, "…", in: idx(0x08, Array(repeating: large, count: 255)))
    expectRefusal(
      "bytes after the header", "found 3", in: idx(0x08, [4], [1, 2, 3]))
    expectRefusal(
      "the end after 4 bytes", "more", in: idx(0x08, [4], [1, 2, 3, 4, 5]))
  }

  @Test func refusesEveryCorruptionOfTheHeader() throws {
    let whole = idx(0x08, [2, 3], [1, 2, 3, 4, 5, 6])
    for position in 0..<12 {
      for value in 0...UInt8.max where value != whole[position] {
        var bytes = whole
        bytes[position] = value
        expectFault(in: "memory") { try tensor(in: bytes) }
      }
    }
  }
}
