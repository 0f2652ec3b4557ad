// The peak of a process's memory can be set back on Linux only.
#if os(Linux)
  import Foundation
  import FuzzedReaders
  import TestSupport
  import Testing

  /// Files that claim more than they hold take memory for what they hold.
  @Suite(
    .disabled(if: isSanitized, "a sanitizer's own memory hides the reader's"),
    .enabled(if: resetPeakMemory(), "/proc/self/clear_refs cannot be written here"))
  struct MemoryTests {
    @Test(arguments: MemoryCase.all.map(\.name))
    func followsTheContent(name: String) async {
      await #expect(processExitsWith: .success) { [name] in
        let memoryCase = try #require(MemoryCase.all.first { $0.name == name })
        let bytes = memoryCase.bytes()
        let peak = try peakMemory {
          #expect(!memoryCase.reader.accepts(bytes))
        }
        #expect(peak < memoryCase.limit, "\(peak >> 10) KiB")
      }
    }
  }

  /// A file that claims more than it holds, and how many bytes its reader may take before
  /// it says no.
  private struct MemoryCase: Sendable {
    let name: String
    let reader: FuzzedReader
    let limit: Int
    let bytes: @Sendable () -> [UInt8]

    init(
      _ name: String, _ reader: FuzzedReader, mebibytes: Int,
      _ bytes: @escaping @Sendable () -> [UInt8]
    ) {
      (self.name, self.reader, self.bytes) = (name, reader, bytes)
      limit = mebibytes << 20
    }

    static let all = [
      MemoryCase("a gibibyte of numbers, there are three", .idx, mebibytes: 4) {
        [0, 0, 8, 1, 0x40, 0, 0, 0, 1, 2, 3]
      },
      MemoryCase("a gibibyte of numbers, there is a mebibyte", .idx, mebibytes: 8) {
        [0, 0, 8, 1, 0x40, 0, 0, 0] + [UInt8](repeating: 7, count: 1 << 20)
      },
      MemoryCase("three numbers, but 64 MiB follow", .gzip, mebibytes: 4) {
        gzipped([0, 0, 8, 1, 0, 0, 0, 3], zeros: 64 << 20)
      },
      MemoryCase("a gibibyte of numbers, there are 8 MiB", .gzip, mebibytes: 4) {
        gzipped([0, 0, 8, 1, 0x40, 0, 0, 0], zeros: 8 << 20)
      },
      MemoryCase("64 MiB of numbers, there are 8 MiB", .gzip, mebibytes: 20) {
        gzipped([0, 0, 8, 1, 4, 0, 0, 0], zeros: 8 << 20)
          + gzipped(
            (0..<1 << 17).map {
              UInt8(truncatingIfNeeded: $0 * $0 * 2_654_435_761 >> 13)
            })
      },
      MemoryCase("4096 × 4096 pixels, and no data", .png, mebibytes: 4) {
        png(side: 4096, data: 0)
      },
      MemoryCase("4096 × 4096 pixels, and a kibibyte of data", .png, mebibytes: 4) {
        png(side: 4096, data: 1024)
      },
      MemoryCase("a million rows of a million pixels", .png, mebibytes: 4) {
        png(side: 1_000_000, data: 1024)
      },
      MemoryCase("a header of a gibibyte", .safetensors, mebibytes: 4) {
        [0, 0, 0, 0x40, 0, 0, 0, 0] + Array("{}".utf8)
      },
      MemoryCase("four million brackets", .safetensors, mebibytes: 4) {
        header(Array("{\"a\":".utf8) + [UInt8](repeating: 0x5B, count: 4 << 20))
      },
      MemoryCase("a name of 4 MiB", .safetensors, mebibytes: 16) {
        header(Array("{\"".utf8) + [UInt8](repeating: 0x61, count: 4 << 20))
      },
      MemoryCase("a tensor of half an exbibyte", .safetensors, mebibytes: 4) {
        header(
          Array(
            """
            {"a":{"dtype":"U8","shape":[576460752303423488],\
            "data_offsets":[0,576460752303423488]}}
            """.utf8))
      },
    ]

    private static func header(_ json: [UInt8]) -> [UInt8] {
      (0..<8).map { UInt8(truncatingIfNeeded: json.count >> (8 * $0)) } + json
    }

    /// The header of an RGBA image, data that are no deflated ones, and the end.
    private static func png(side: Int, data: Int) -> [UInt8] {
      func word(_ number: Int) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
      }
      func chunk(_ type: String, _ content: [UInt8]) -> [UInt8] {
        word(content.count) + Array(type.utf8) + content + word(0)
      }
      var bytes: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
      bytes += chunk("IHDR", word(side) + word(side) + [8, 6, 0, 0, 0])
      bytes += chunk("IDAT", [UInt8](repeating: 0x55, count: data))
      bytes += chunk("IEND", [])
      bytes.withUnsafeMutableBytes { $0.repairPNGChecksums() }
      return bytes
    }
  }

  /// How much more memory a process had at the peak of `body` than before it.
  private func peakMemory(of body: () throws -> Void) throws -> Int {
    func kibibytes(_ name: String) throws -> Int {
      let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
      let line = try #require(
        status.split(separator: "\n").first { $0.hasPrefix(name) })
      return Int(line.filter(\.isNumber))!
    }
    #expect(resetPeakMemory())
    let before = try kibibytes("VmRSS")
    try body()
    return try (kibibytes("VmHWM") - before) << 10
  }

  /// Sets the peak of this process's memory back to what it has now, and says whether
  /// the system does so.
  private func resetPeakMemory() -> Bool {
    guard let file = fopen("/proc/self/clear_refs", "w") else { return false }
    fputs("5", file)
    return fclose(file) == 0
  }
#endif
