import Foundation
import TestSupport
import Testing

@testable import Tensors

/// The fixtures hold what NumPy and TensorFlow printed; `make_printing_fixture.py`
/// beside them made them.
@Suite struct PrintingTests {
  @Test(arguments: [("numpy.jsonl", 2000), ("tensorflow.jsonl", 300)])
  func printsEveryArrayAsPythonDoes(file: String, least: Int) throws {
    let arrays = try PrintedArray.read(file)
    #expect(arrays.count >= least)
    for (index, array) in arrays.enumerated() {
      let texts = array.texts
      let found = file == "numpy.jsonl" ? texts.numPy : texts.tensorFlow
      try #require(found == [array.str, array.repr], "line \(index + 1)")
    }
  }
}

/// An array of a fixture, with the two texts that Python printed for it.
private struct PrintedArray: Decodable {
  let dtype: String
  let shape: [Int]
  let str: String
  let repr: String
  private let hex: String?
  private let seed: UInt64?
  private let kind: String?

  static func read(_ name: String) throws -> [PrintedArray] {
    try Data(contentsOf: fixture("printing/\(name)")).split(separator: 0x0A).map {
      try JSONDecoder().decode(PrintedArray.self, from: $0)
    }
  }

  /// What our printer makes of the array: `str` and `repr` of NumPy and of TensorFlow.
  var texts: (numPy: [String], tensorFlow: [String]) {
    let words = hex.map(words) ?? generated
    return switch dtype {
    case "bool": texts(words.map { $0 % 2 == 1 })
    case "uint8": texts(words.map(UInt8.init(truncatingIfNeeded:)))
    case "int32": texts(words.map(Int32.init(truncatingIfNeeded:)))
    case "float32": texts(words.map { Float(bitPattern: UInt32($0)) })
    case "float64": texts(words.map(Double.init(bitPattern:)))
    default: fatalError("fixture: unknown dtype \(dtype)")
    }
  }

  private func texts(
    _ scalars: [some TensorScalar]
  ) -> (numPy: [String], tensorFlow: [String]) {
    let x = Tensor(shape: Shape(shape), scalars: scalars)
    return (
      [x.description, x.numpyRepr], [x.tensorFlowDescription, x.tensorFlowRepr]
    )
  }

  /// The bits of the scalars that the fixture stores as little-endian hex.
  private func words(of hex: String) -> [UInt64] {
    let digits = Array(hex.utf8)
    let bytes = stride(from: 0, to: digits.count, by: 2).map { start in
      UInt64(String(decoding: digits[start..<start + 2], as: UTF8.self), radix: 16)!
    }
    return stride(from: 0, to: bytes.count, by: size).map { start in
      bytes[start..<start + size].reversed().reduce(0) { $0 << 8 | $1 }
    }
  }

  /// The bits of the scalars that the script drew from its generator.
  private var generated: [UInt64] {
    var state = seed!
    return (0..<shape.reduce(1, *)).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let unit = Double(state >> 40) / 0x1p24
      switch (kind, dtype) {
      case ("unit", "float32"): return UInt64(Float(unit).bitPattern)
      case ("unit", _): return unit.bitPattern
      case (_, "float64"): return state
      default: return state >> 32
      }
    }
  }

  private var size: Int {
    ["bool": 1, "uint8": 1, "int32": 4, "float32": 4, "float64": 8][dtype]!
  }
}
