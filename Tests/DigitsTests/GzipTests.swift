import Tensors
import TestSupport
import Testing

@testable import Digits

@Suite struct GzipTests {
  let whole = gzipped(idx(0x08, [2, 3], [1, 2, 3, 4, 5, 6]))

  @Test func readsSeveralMembers() throws {
    let bytes = idx(0x08, [2, 3], [1, 2, 3, 4, 5, 6])
    for cut in 0...bytes.count {
      let members = gzipped(Array(bytes[..<cut])) + gzipped(Array(bytes[cut...]))
      let numbers = try tensor(in: members + gzipped([]))
      #expect(numbers.shape == [2, 3])
      #expect(numbers.scalars == [1, 2, 3, 4, 5, 6])
    }
  }

  @Test func neverReadsCorruptNumbers() {
    var faults = 0
    for position in whole.indices {
      for value in 0...UInt8.max where value != whole[position] {
        var bytes = whole
        bytes[position] = value
        // The date and the like in gzip's header may change: they mean nothing here.
        if let numbers = try? tensor(in: bytes) {
          #expect(numbers.shape == [2, 3])
          #expect(numbers.scalars == [1, 2, 3, 4, 5, 6])
        } else {
          expectFault(in: "memory") { try tensor(in: bytes) }
          faults += 1
        }
      }
    }
    #expect(faults > 200 * (whole.count - 10))
  }

  @Test func saysWhatIsCorrupt() {
    var bytes = whole
    bytes[bytes.count - 8] ^= 1
    expectFault(in: "memory", "intact gzip data", "incorrect data check") {
      try tensor(in: bytes)
    }
    expectFault(in: "memory", "the end after the gzip data", "more bytes") {
      try tensor(in: whole + [0])
    }
    expectFault(in: "memory", "intact gzip data", "incorrect header check") {
      try tensor(in: whole + [0x1F, 0])
    }
    expectFault(in: "memory", "gzip data to its end") {
      try tensor(in: whole.dropLast())
    }
  }

  @Test func stopsOneByteBehindTheDeclaredSize() {
    let bomb = gzipped(idx(0x08, [3], [UInt8](repeating: 0, count: 10_000_000)))
    // The rest of the bomb is damaged, which only who inflates it would notice.
    let damaged = bomb.prefix(100) + [UInt8](repeating: 0xFF, count: 9000)
    for bytes in [bomb, Array(damaged)] {
      expectFault(in: "memory", "the end after 3 bytes", "more") {
        try tensor(in: bytes)
      }
    }
  }
}
