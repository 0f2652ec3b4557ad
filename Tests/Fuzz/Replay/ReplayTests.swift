import Files
import Foundation
import FuzzedReaders
import TestSupport
import Testing

/// What the fuzzer found worth keeping, and every input that ever ended a reader, is
/// read again: no reader ends the program, each takes some files and refuses others.
@Suite struct ReplayTests {
  @Test(arguments: FuzzedReader.allCases)
  func theCorpusIsRead(reader: FuzzedReader) throws {
    let folder = package.appending(path: "Tests/Fuzz/Corpus/\(reader.rawValue)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    let accepted = try names.count { name in
      reader.accepts(try readWhole("\(folder.path)/\(name)", limit: 1 << 20))
    }
    #expect(accepted > 0)
    #expect(accepted < names.count)
  }
}

/// Files that were cut, or in which a bit was flipped. What `accepts` promises of errors
/// and of what is read holds for them, too.
@Suite struct DamageTests {
  private static let numbers: [UInt8] = [0, 0, 8, 2, 0, 0, 0, 1, 0, 0, 0, 3, 5, 0, 4]
  static let sound: [(FuzzedReader, [UInt8])] =
    [(.idx, numbers), (.gzip, gzipped(numbers))]
    + ["basn2c08", "basi3p08", "basn4a16", "tbbn1g04"].map {
      (.png, bytes("PlottingTests/Fixtures/PngSuite/\($0).png"))
    }
    + ["all", "types", "empty"].map {
      (.safetensors, bytes("SafetensorsTests/Fixtures/\($0).safetensors"))
    }

  private static func bytes(_ path: String) -> [UInt8] {
    try! readWhole("\(package.path)/Tests/\(path)", limit: 1 << 20)
  }

  @Test(arguments: sound)
  func everyTruncationIsRefused(reader: FuzzedReader, bytes: [UInt8]) {
    #expect(reader.accepts(bytes))
    for count in bytes.indices {
      #expect(!reader.accepts(Array(bytes[..<count])), "\(count) bytes")
    }
  }

  @Test(arguments: sound)
  func mostFlippedBitsAreRefused(reader: FuzzedReader, bytes: [UInt8]) {
    let refused = (0..<8 * bytes.count).count { bit in
      var bytes = bytes
      bytes[bit / 8] ^= 1 << (bit % 8)
      return !reader.accepts(bytes)
    }
    #expect(refused > 8 * bytes.count / 3)
  }
}
