import Files
import Foundation
import Readers
import Testing

/// What the fuzzer found worth keeping, and every input that ever ended a reader, is
/// read again: no reader ends the program, each takes some files and refuses others.
@Suite struct ReplayTests {
  @Test(arguments: FuzzedReader.allCases)
  func theCorpusIsRead(reader: FuzzedReader) throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().appendingPathComponent("Corpus/\(reader.rawValue)")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    var accepted = 0
    for name in names {
      let path = folder.appendingPathComponent(name).path
      let bytes = try readWhole(path, limit: 1 << 20)
      if reader.accepts(bytes) { accepted += 1 }
    }
    #expect(accepted > 0)
    #expect(accepted < names.count)
  }
}
