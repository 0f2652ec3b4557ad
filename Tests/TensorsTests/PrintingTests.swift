import Foundation
import Testing

@testable import Tensors

/// The fixtures hold what NumPy and TensorFlow printed; `make_printing_fixture.py`
/// beside them made them.
@Suite struct PrintingTests {
  @Test func printsEveryArrayAsNumPy() throws {
    let cases = try PrintedArray.read("numpy.jsonl")
    #expect(cases.count >= 2000)
    let mismatch = cases.firstMismatch { printer in (printer.str, printer.repr) }
    #expect(mismatch == nil, "\(mismatch ?? "")")
  }

  @Test func printsEveryTensorAsTensorFlow() throws {
    let cases = try PrintedArray.read("tensorflow.jsonl")
    #expect(cases.count >= 300)
    let mismatch = cases.firstMismatch { ($0.tensorStr, $0.tensorRepr) }
    #expect(mismatch == nil, "\(mismatch ?? "")")
  }

  @Test func breaksRowsAndAlignsColumns() {
    let matrix = ArrayPrinter<Double>(shape: [2, 2], scalars: [1, -2.5, 10, .nan])
    #expect(matrix.str == "[[ 1.  -2.5]\n [10.   nan]]")
    #expect(matrix.repr == "array([[ 1. , -2.5],\n       [10. ,  nan]])")
  }

  @Test func summarizesPastOneThousandScalars() {
    let ramp = (0..<1001).map { Int32($0) }
    let printer = ArrayPrinter(shape: [1001], scalars: ramp)
    #expect(printer.str == "[   0    1    2 ...  998  999 1000]")
    #expect(ArrayPrinter(shape: [1000], scalars: Array(ramp[..<1000])).str.count > 3000)
  }
}

/// The digits behind the texts.
@Suite struct DecimalDigitsTests {
  @Test func expandsTheExactValue() {
    let tenth = DecimalDigits(exact: 0.1)
    #expect(
      tenth.positional.fraction
        == "1000000000000000055511151231257827021181583404541015625")
    #expect(
      DecimalDigits(exact: 0x1p100).positional.whole
        == "1267650600228229401496703205376")
    let least = DecimalDigits(exact: .leastNonzeroMagnitude)
    #expect(least.digits.count == 751)
    #expect(least.exponent == -324)
  }

  @Test func roundsTiesToTheEvenDigit() {
    #expect(DecimalDigits(exact: 0.125).rounded(toDigits: 2).digits == [1, 2])
    #expect(DecimalDigits(exact: 0.375).rounded(toDigits: 2).digits == [3, 8])
    #expect(DecimalDigits(exact: 0.1251).rounded(toDigits: 2).digits == [1, 3])
  }

  @Test func carriesIntoTheNextPowerOfTen() {
    let rounded = DecimalDigits(exact: 99.96).rounded(toDecimals: 1)
    #expect(rounded.digits == [1])
    #expect(rounded.exponent == 2)
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
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appending(path: "Fixtures/printing/\(name)")
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
      try JSONDecoder().decode(PrintedArray.self, from: $0)
    }
  }

  /// A printer of the array, whatever its type.
  var printer: any Printer {
    let words = hex.map(words) ?? generated
    switch dtype {
    case "bool": return ArrayPrinter(shape: shape, scalars: words.map { $0 % 2 == 1 })
    case "uint8":
      return ArrayPrinter(
        shape: shape, scalars: words.map(UInt8.init(truncatingIfNeeded:)))
    case "int32":
      return ArrayPrinter(
        shape: shape, scalars: words.map(Int32.init(truncatingIfNeeded:)))
    case "float32":
      return ArrayPrinter(
        shape: shape, scalars: words.map { Float(bitPattern: UInt32($0)) })
    case "float64":
      return ArrayPrinter(shape: shape, scalars: words.map(Double.init(bitPattern:)))
    default: fatalError("fixture: unknown dtype \(dtype)")
    }
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

/// `ArrayPrinter` of any type of scalars.
private protocol Printer {
  var str: String { get }
  var repr: String { get }
  var tensorStr: String { get }
  var tensorRepr: String { get }
}

extension ArrayPrinter: Printer {}

extension [PrintedArray] {
  /// Which case first prints otherwise than Python, what was expected and what found.
  fileprivate func firstMismatch(
    _ print: (any Printer) -> (str: String, repr: String)
  ) -> String? {
    for (index, array) in enumerated() {
      let found = print(array.printer)
      for (form, expected, found) in [
        ("str", array.str, found.str), ("repr", array.repr, found.repr),
      ] where expected != found {
        return """
          line \(index + 1), \(form) of \(array.dtype) \(array.shape)
          expected:
          \(expected)
          found:
          \(found)
          """
      }
    }
    return nil
  }
}
