import Files
import Foundation
import Tensors
import Testing

@testable import Safetensors

@Suite struct SafetensorsTests {
  @Test func anEmptyFileIsWrittenAndRead() throws {
    let file = try Safetensors(bytes: Safetensors().bytes, name: "memory")
    #expect(file.names == [])
    #expect(file.metadata.isEmpty)
    #expect(Safetensors().bytes == (try fixture("empty")))
  }

  @Test func whatPythonWroteIsRead() throws {
    let file = try Safetensors(reading: path("all"), limit: 1 << 20)
    #expect(file.metadata.map(\.key) == ["kind"])
    #expect(file.metadata.map(\.value) == ["line\n\"two\" é"])
    #expect(
      file.names == [
        "double", "nothing", "number", "weights", "ints", strange, "bytes",
      ])
    let tensors = Everything()
    #expect(try file.tensor("weights", as: Float.self) == tensors.weights)
    #expect(try file.tensor("double", as: Double.self) == tensors.double)
    #expect(try file.tensor("bytes", as: UInt8.self) == tensors.bytes)
    #expect(try file.tensor("ints", as: Int32.self) == tensors.ints)
    #expect(try file.tensor("number", as: Float.self) == tensors.number)
    #expect(try file.tensor("nothing", as: Float.self).shape == [0, 4])
    #expect(try file.tensor(strange, as: UInt8.self).scalars == [3])
  }

  @Test func theBytesAreThoseThatPythonWrites() throws {
    let tensors = Everything()
    var file = Safetensors()
    file.metadata = [("kind", "line\n\"two\" é")]
    file.add("weights", tensors.weights)
    file.add("double", tensors.double)
    file.add("bytes", tensors.bytes)
    file.add("ints", tensors.ints)
    file.add("number", tensors.number)
    file.add("nothing", Tensor<Float>(shape: [0, 4], scalars: []))
    file.add(strange, Tensor<UInt8>([3]))
    #expect(file.bytes == (try fixture("all")))
  }

  @Test func tensorsOfOtherTypesAreKept() throws {
    let bytes = try fixture("others")
    let file = try Safetensors(bytes: bytes, name: "memory")
    #expect(file.bytes == bytes)
    expectFault("tensor \"half\" of F32", "F16") {
      _ = try file.tensor("half", as: Float.self)
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
      file.add(String(repeating: "n", count: length), Tensor<UInt8>([1]))
      #expect((file.bytes.count - 1) % 8 == 0)
      #expect(try Safetensors(bytes: file.bytes, name: "memory").bytes == file.bytes)
    }
  }

  @Test func everyFloatKeepsItsBits() throws {
    let numbers = (0...UInt32(UInt16.max)).map { Float(bitPattern: $0 &* 65_537) }
    var file = Safetensors()
    file.add("numbers", Tensor(numbers))
    let read = try Safetensors(bytes: file.bytes, name: "memory")
      .tensor("numbers", as: Float.self)
    #expect(read.scalars.map(\.bitPattern) == numbers.map(\.bitPattern))
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
    let file = try Safetensors(bytes: fixture("all"), name: "memory")
    expectFault("a tensor named \"bias\"", "none") {
      _ = try file.tensor("bias", as: Float.self)
    }
    expectFault("tensor \"weights\" of F64", "F32") {
      _ = try file.tensor("weights", as: Double.self)
    }
    expectFault("tensor \"weights\" of the shape (3, 2)", "(2, 3)") {
      _ = try file.tensor("weights", as: Float.self, shape: [3, 2])
    }
  }
}

/// The tensors of `make_safetensors.py`.
private struct Everything {
  let weights: Tensor<Float> = [[0, 0.25, 0.5], [0.75, 1, 1.25]]
  let double = Tensor<Double>([0.1, -.infinity, .leastNonzeroMagnitude])
  let bytes: Tensor<UInt8> = [[0], [7], [255]]
  let ints = Tensor<Int32>([.min, .max])
  let number = Tensor<Float>(1.5)
}

private let strange = "a \"name\"\n\\ \u{1} 数字 🖊"

func path(_ name: String) -> String {
  URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Fixtures/\(name).safetensors").path
}

func fixture(_ name: String) throws -> [UInt8] {
  try readWhole(path(name), limit: 1 << 20)
}

/// Expects an error in one line that names the file `memory`, or another, and says what
/// was expected and found.
func expectFault(
  _ expected: String, _ found: String, in file: String = "memory",
  location: SourceLocation = #_sourceLocation, of body: () throws -> Void
) {
  let error = #expect(throws: SafetensorsError.self, sourceLocation: location) {
    try body()
  }
  guard case .unexpected(_, let wanted, let there) = error else { return }
  #expect(wanted.contains(expected), sourceLocation: location)
  #expect(there.contains(found), sourceLocation: location)
  let line = error!.description
  #expect(line.hasPrefix("\(file): expected "), sourceLocation: location)
  let lines = line.split(whereSeparator: \.isNewline)
  #expect(lines.count == 1, sourceLocation: location)
  #expect(line.utf8.count < 1000, sourceLocation: location)
}
