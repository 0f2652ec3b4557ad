import Files
import Tensors
import TestSupport
import Testing

@testable import Safetensors

@Suite struct SafetensorsTests {
  @Test func anEmptyFileIsWrittenAndRead() throws {
    let file = try Safetensors(bytes: Safetensors().bytes, name: "memory")
    #expect(file.names == [])
    #expect(file.metadata.isEmpty)
    #expect(Safetensors().bytes == (try bytes("empty")))
  }

  @Test func whatPythonWroteIsRead() throws {
    let file = try Safetensors(reading: path("all"), limit: 1 << 20)
    #expect(file.metadata.map(\.key) == ["kind"])
    #expect(file.metadata.map(\.value) == ["line\n\"two\" é"])
    #expect(
      file.names == [
        "double", "complex", strange, "nothing", "number", "weights", "half", "bytes",
      ])
    #expect(try file.tensor("weights") == weights)
    #expect(try file.tensor("number") == number)
    #expect(try file.tensor("nothing").shape == [0, 4])
    #expect(try file.tensor(strange).scalars == [3])
  }

  @Test func theBytesAreThoseThatPythonWrites() throws {
    var file = Safetensors()
    file.metadata = [("kind", "line\n\"two\" é")]
    file.add("weights", weights)
    file.add("number", number)
    file.add("nothing", Tensor<Float>(shape: [0, 4], scalars: []))
    file.add(strange, Tensor<Float>([3]))
    #expect(file.bytes == (try bytes("floats")))
  }

  @Test(arguments: ["all", "types"])
  func tensorsOfOtherTypesAreKept(name: String) throws {
    let known = try bytes(name)
    #expect(try Safetensors(bytes: known, name: "memory").bytes == known)
  }

  @Test func everyTypeIsKnownAndAllButTwoUnread() throws {
    let file = try Safetensors(bytes: bytes("types"), name: "memory")
    #expect(file.names == DType.allCases.reversed().map { $0.rawValue.lowercased() })
    let zeros = [Float](repeating: 0, count: 8)
    #expect(try file.tensor("f32").scalars == zeros)
    #expect(try file.tensor("bf16").scalars == zeros)
    for type in DType.allCases where type != .float32 && type != .bfloat16 {
      let name = type.rawValue.lowercased()
      expectFault("tensor \"\(name)\" of F32 or BF16", type.rawValue) {
        _ = try file.tensor(name)
      }
    }
  }

  /// What the reference implementation takes and what it refuses, by its own word.
  @Test func theReferenceIsFollowed() throws {
    let lines = try text(fixture("verdicts.txt")).split(separator: "\n")
      .map { $0.split(separator: " ") }
    #expect(lines.count == 21)
    for line in lines {
      let digits = Array(line[2])
      let bytes = stride(from: 0, to: digits.count, by: 2).map {
        UInt8(String(digits[$0...$0 + 1]), radix: 16)!
      }
      let file = try? Safetensors(bytes: bytes, name: "memory")
      #expect((file != nil) == (line[0] == "accepted"), "\(line[1])")
      if let file { #expect(try file.tensor("w").scalars == [0.5]) }
    }
  }

  @Test func metadataKeepsItsOrder() throws {
    var file = Safetensors()
    file.metadata = [("z", "1"), ("", ""), ("a", "\u{1F}\u{7F}\0\\/")]
    let read = try Safetensors(bytes: file.bytes, name: "memory")
    #expect(read.metadata.map(\.key) == ["z", "", "a"])
    #expect(read.metadata.map(\.value) == ["1", "", "\u{1F}\u{7F}\0\\/"])
  }

  @Test func theNumbersBeginAtAMultipleOfEight() throws {
    for length in 0..<16 {
      var file = Safetensors()
      file.add(String(repeating: "n", count: length), Tensor<Float>([1]))
      #expect((file.bytes.count - 4) % 8 == 0)
      #expect(try Safetensors(bytes: file.bytes, name: "memory").bytes == file.bytes)
    }
  }

  @Test func everyFloatKeepsItsBits() throws {
    let numbers = (0...UInt32(UInt16.max)).map { Float(bitPattern: $0 &* 65_537) }
    var file = Safetensors()
    file.add("numbers", Tensor(numbers))
    let read = try Safetensors(bytes: file.bytes, name: "memory")
      .tensor("numbers")
    #expect(read.scalars.map(\.bitPattern) == numbers.map(\.bitPattern))
  }

  @Test func numbersAreRoundedToBFloat16AsPythonDoes() throws {
    let singles = try Safetensors(reading: path("singles"), limit: 1 << 20)
    var file = Safetensors()
    file.add("numbers", try singles.tensor("numbers"), as: .bfloat16)
    #expect(file.bytes == (try bytes("bfloat16")))

    // What is read needs no rounding, and a NaN stays one whatever its bits.
    let rounded = try Safetensors(bytes: file.bytes, name: "memory").tensor("numbers")
    var again = Safetensors()
    again.add("numbers", rounded, as: .bfloat16)
    #expect(again.bytes == file.bytes)
    for bits: UInt32 in [0x7F80_0001, 0x7FFF_FFFF, 0xFFFF_FFFF, 0x7FC0_0000] {
      let number = Float(bitPattern: bits)
      #expect(Float(bfloat16: number.bfloat16).isNaN)
    }
  }

  @Test func aNameThatIsTakenEndsTheProgram() async {
    await #expect(processExitsWith: .failure) {
      var file = Safetensors()
      file.add("a", Tensor<Float>([1]))
      file.add("a", Tensor<Float>([1]))
    }
    await #expect(processExitsWith: .failure) {
      var file = Safetensors()
      file.add("__metadata__", Tensor<Float>([1]))
    }
    await #expect(processExitsWith: .failure) {
      var file = Safetensors()
      file.metadata = [("a", "1"), ("a", "2")]
      _ = file.bytes
    }
  }

  @Test func whatIsMissingOrOtherIsNamed() throws {
    let file = try Safetensors(bytes: bytes("all"), name: "memory")
    expectFault("a tensor named \"bias\"", "none") { _ = try file.tensor("bias") }
    expectFault("tensor \"weights\" of the shape (3, 2)", "(2, 3)") {
      _ = try file.tensor("weights", shape: [3, 2])
    }
  }
}

// The tensors of `make_safetensors.py`.
private let weights: Tensor<Float> = [[0, 0.25, 0.5], [0.75, 1, 1.25]]
private let number = Tensor<Float>(1.5)

private let strange = "a \"name\"\n\\ \u{1} 数字 🖊"

func path(_ name: String) -> String { fixture("\(name).safetensors").path }

func bytes(_ name: String) throws -> [UInt8] {
  try readWhole(path(name), limit: 1 << 20)
}

/// Expects an error that names the file `memory`, and says what was expected and found.
func expectFault(
  _ expected: String, _ found: String, location: SourceLocation = #_sourceLocation,
  of body: () throws -> Void
) {
  expectFault(
    in: "memory", "expected ", expected, ", found ", found, location: location, of: body
  )
}
