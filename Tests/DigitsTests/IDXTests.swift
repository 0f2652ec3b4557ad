import Foundation
import Readers
import Tensors
import Testing

@testable import Digits

@Suite struct IDXTests {
  let scratch = try! Scratch()

  @Test(arguments: [false, true])
  func readsEveryType(compressed: Bool) throws {
    func file(_ type: UInt8, _ content: [UInt8]) throws -> String {
      let bytes = idx(type, [3], content)
      return try scratch.write(compressed ? gzipped(bytes) : bytes)
    }
    let bytes = try Tensor<UInt8>(idx: file(0x08, [0, 7, 255]))
    #expect(bytes.shape == [3])
    #expect(bytes.scalars == [0, 7, 255])

    let signed = try Tensor<Int8>(idx: file(0x09, [0, 127, 128]))
    #expect(signed.scalars == [0, 127, -128])
    #expect("\(signed)" == "[   0  127 -128]")

    let shorts: [Int16] = [258, -2, .min]
    let read = try Tensor<Int16>(idx: file(0x0B, shorts.flatMap(bigEndian)))
    #expect(read.scalars == shorts)
    #expect("\(read)" == "[   258     -2 -32768]")

    let ints: [Int32] = [16_909_060, -2, .min]
    #expect(try Tensor<Int32>(idx: file(0x0C, ints.flatMap(bigEndian))).scalars == ints)

    let floats: [Float] = [1.5, -0.1, .infinity]
    #expect(
      try Tensor<Float>(idx: file(0x0D, floats.flatMap { bigEndian($0.bitPattern) }))
        .scalars == floats)

    let doubles: [Double] = [1.5, -0.1, .leastNonzeroMagnitude]
    #expect(
      try Tensor<Double>(idx: file(0x0E, doubles.flatMap { bigEndian($0.bitPattern) }))
        .scalars == doubles)
  }

  @Test(arguments: 1...255)
  func readsEveryRank(rank: Int) throws {
    let dimensions = [UInt32](repeating: 1, count: rank - 1) + [3]
    let tensor = try Tensor<UInt8>(
      idx: scratch.write(idx(0x08, dimensions, [5, 0, 4])))
    #expect(tensor.shape.dimensions == dimensions.map(Int.init))
    #expect(tensor.scalars == [5, 0, 4])
  }

  @Test func readsEmptyDimensions() throws {
    let tensor = try Tensor<Float>(idx: scratch.write(idx(0x0D, [2, 0, 3])))
    #expect(tensor.shape == [2, 0, 3])
    #expect(tensor.scalars == [])
  }

  /// Larger than the pieces in which a file is read, and than a header may claim.
  @Test(arguments: [1, 251, 70_001])
  func readsLargeFiles(period: Int) throws {
    let numbers = (0..<300_000).map { Float($0 % period) }
    let file = idx(0x0D, [300, 1000], numbers.flatMap { bigEndian($0.bitPattern) })
    for bytes in [file, gzipped(file)] {
      let tensor = try Tensor<Float>(idx: scratch.write(bytes))
      #expect(tensor.shape == [300, 1000])
      #expect(tensor.scalars == numbers)
    }
  }

  @Test func refusesHeadersThatMakeNoSense() throws {
    func expectRefusal(_ expected: String, _ found: String, in bytes: [UInt8]) throws {
      let path = try scratch.write(bytes)
      expectFault(in: path, expected, found) {
        try Tensor<UInt8>(idx: path)
      }
    }
    try expectRefusal("IDX header", "found 0", in: [])
    try expectRefusal("IDX file", "found 137 80", in: [0x89, 0x50, 0x4E, 0x47, 1, 2])
    try expectRefusal("IDX file", "found 0 1", in: [0, 1, 8, 1, 0, 0, 0, 0])
    try expectRefusal("doubles (0x0E)", "found the type 0xa", in: idx(0x0A, [1], [1]))
    try expectRefusal(
      "unsigned bytes (0x08)", "signed bytes (0x09)", in: idx(0x09, [0]))
    try expectRefusal("1 to 255 dimensions", "none", in: idx(0x08, []))
    try expectRefusal("1020 bytes for 255 dimensions", "0", in: [0, 0, 8, 255])
    let large = UInt32.max
    let most = "1073741824 bytes of numbers"
    try expectRefusal(most, "[4294967295, ", in: idx(0x08, [large, large, large]))
    try expectRefusal(most, "[4294967295, ", in: idx(0x08, [large, large, large, 0]))
    try expectRefusal(most, "[1073741825]", in: idx(0x08, [1 << 30 + 1]))
    try expectRefusal(most, "…", in: idx(0x08, Array(repeating: large, count: 255)))
    try expectRefusal(
      "bytes after the header", "found 3", in: idx(0x08, [4], [1, 2, 3]))
    try expectRefusal(
      "the end after 4 bytes", "more", in: idx(0x08, [4], [1, 2, 3, 4, 5]))
  }

  @Test func refusesNumbersOfAnotherType() throws {
    let path = try scratch.write(idx(0x0D, [1], [0, 0, 0, 0]))
    expectFault(in: path, "expected ints (0x0C), found floats (0x0D)") {
      try Tensor<Int32>(idx: path)
    }
  }

  @Test func refusesEveryTruncation() throws {
    let whole = idx(0x0B, [2, 3], (1...12).map { $0 })
    #expect(try Tensor<Int16>(idx: scratch.write(whole)).scalars[5] == 0x0B0C)
    for count in 0..<whole.count {
      let path = try scratch.write(Array(whole.prefix(count)))
      expectFault(in: path) { try Tensor<Int16>(idx: path) }
    }
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

  // Darwin does not hold a process to its limit of address space.
  #if os(Linux)
    @Test(
      .disabled(if: isSanitized, "a sanitizer needs the memory"),
      arguments: [false, true])
    func takesNoMoreMemoryThanTheContentNeeds(compressed: Bool) async throws {
      // Files that claim as much as may be, read where no more is to be had in all.
      await #expect(processExitsWith: .success) { [compressed] in
        limit(RLIMIT_AS, to: 1 << 30)
        let scratch = try Scratch()
        for dimensions: [UInt32] in [[1 << 30], [1 << 20, 1 << 10], [1, 1 << 30, 1]] {
          let bytes = idx(0x08, dimensions, [1, 2, 3])
          let path = try scratch.write(compressed ? gzipped(bytes) : bytes)
          expectFault(in: path, "found 3") { try Tensor<UInt8>(idx: path) }
        }
      }
    }
  #endif
}
