// The peak of a process's memory can be set back on Linux only.
#if os(Linux)
  import Foundation
  import Readers
  import Testing

  /// Files that claim more than they hold take memory for what they hold.
  @Suite(
    .disabled(if: isSanitized, "a sanitizer's own memory hides the reader's"),
    .enabled(
      if: access(peakReset, W_OK) == 0, "the peak of the memory cannot be set back"))
  struct MemoryTests {
    @Test(arguments: Claim.all.map(\.name))
    func followsTheContent(name: String) async {
      await #expect(processExitsWith: .success) { [name] in
        let claim = try #require(Claim.all.first { $0.name == name })
        let bytes = claim.bytes()
        let peak = try peakMemory {
          #expect(!claim.reader.accepts(bytes))
        }
        #expect(peak < claim.limit, "\(peak >> 10) KiB")
      }
    }
  }

  /// A file, by what it claims, and how many bytes its reader may take before it says
  /// no.
  private struct Claim: Sendable {
    let name: String
    let reader: Reader
    let limit: Int
    let bytes: @Sendable () -> [UInt8]

    static let all: [Claim] = [
      Claim(
        name: "IDX: a gibibyte of numbers, of which there are three", reader: .idx,
        limit: 4 << 20
      ) {
        [0, 0, 8, 1, 0x40, 0, 0, 0, 1, 2, 3]
      },
      Claim(
        name: "IDX: a gibibyte of numbers, of which there is a mebibyte", reader: .idx,
        limit: 8 << 20
      ) {
        [0, 0, 8, 1, 0x40, 0, 0, 0] + [UInt8](repeating: 7, count: 1 << 20)
      },
      Claim(
        name: "gzip: three numbers, but 64 MiB follow", reader: .gzip, limit: 4 << 20
      ) {
        gzipped([0, 0, 8, 1, 0, 0, 0, 3], zeros: 64 << 20)
      },
      Claim(
        name: "gzip: a gibibyte of numbers, of which there are 8 MiB", reader: .gzip,
        limit: 40 << 20
      ) {
        gzipped([0, 0, 8, 1, 0x40, 0, 0, 0], zeros: 8 << 20)
      },
      Claim(
        name: "PNG: 4096 × 4096 pixels in RGBA, and no data", reader: .png,
        limit: 4 << 20
      ) {
        png(side: 4096, data: 0)
      },
      Claim(
        name: "PNG: 4096 × 4096 pixels in RGBA, and a kibibyte of data", reader: .png,
        limit: 4 << 20
      ) {
        png(side: 4096, data: 1024)
      },
      Claim(
        name: "PNG: a million rows of a million pixels", reader: .png, limit: 4 << 20
      ) {
        png(side: 1_000_000, data: 1024)
      },
      Claim(
        name: "safetensors: a header of a gibibyte", reader: .safetensors,
        limit: 4 << 20
      ) {
        [0, 0, 0, 0x40, 0, 0, 0, 0] + Array("{}".utf8)
      },
      Claim(
        name: "safetensors: four million brackets", reader: .safetensors, limit: 4 << 20
      ) {
        header(Array("{\"a\":".utf8) + [UInt8](repeating: 0x5B, count: 4 << 20))
      },
      Claim(name: "safetensors: a name of 4 MiB", reader: .safetensors, limit: 16 << 20)
      {
        header(Array("{\"".utf8) + [UInt8](repeating: 0x61, count: 4 << 20))
      },
      Claim(
        name: "safetensors: a tensor of half an exbibyte", reader: .safetensors,
        limit: 4 << 20
      ) {
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

  /// What sets the peak back, where the system lets a process write it.
  private let peakReset = "/proc/self/clear_refs"

  /// How much more memory a process had at the peak of `body` than before it.
  private func peakMemory(of body: () throws -> Void) throws -> Int {
    func kibibytes(_ name: String) throws -> Int {
      let status = try String(contentsOfFile: "/proc/self/status", encoding: .utf8)
      let line = try #require(
        status.split(separator: "\n").first { $0.hasPrefix(name) })
      return Int(line.filter(\.isNumber))!
    }
    // Sets the peak back to what there is now.
    let file = try #require(fopen(peakReset, "w"))
    fputs("5", file)
    fclose(file)
    let before = try kibibytes("VmRSS")
    try body()
    return try (kibibytes("VmHWM") - before) << 10
  }
#endif
