import Foundation
import Learning
import Tensors
import Testing

/// The same seed gives the weights and data that NumPy gives, bit for bit:
/// Fixtures/numpy/make_numpy.py.
@Suite struct NumPyTests {
  @Test func drawsNumPysGlorotUniformWeights() throws {
    let lines = try fixture("glorotUniform")
    for (call, bits) in lines {
      let random = RandomState(seed: try #require(UInt32(call[1])))
      let (rows, columns) = try (#require(Int(call[2])), #require(Int(call[3])))
      let w = glorotUniform(rows, columns, from: random)
      #expect(w.shape == Shape([rows, columns]))
      #expect(w.scalars.map { UInt64($0.bitPattern) } == bits, "\(call)")
    }
    #expect(lines.count == 9)
  }

  @Test func redrawsWhatNumPyRedrawsBeyondTwoDeviations() throws {
    let lines = try fixture("truncatedNormal")
    for (call, bits) in lines {
      let random = RandomState(seed: try #require(UInt32(call[1])))
      let (deviation, count) = try (#require(Double(call[2])), #require(Int(call[3])))
      let w = truncatedNormal([count], standardDeviation: deviation, from: random)
      try expectBits(w.scalars, bits, "\(call)")
    }
    #expect(lines.count == 6)
  }

  @Test func computesTheNoisyLineOfTheDocument() throws {
    let lines = try fixture("line.float64")
    for (call, bits) in lines {
      let random = RandomState(seed: try #require(UInt32(call[1])))
      let count = try #require(Int(call[2]))
      let x = random.uniform(low: -10, high: 10, [count])
      let y = 2.0 * x + 1.0 + random.randn([count]) * 0.2
      try expectBits(y.scalars, bits, "\(call)")
    }
    #expect(lines.count == 3)
  }

  @Test func computesTheNoisyLineInSinglePrecision() throws {
    let lines = try fixture("line.float32")
    for (call, bits) in lines {
      let random = RandomState(seed: try #require(UInt32(call[1])))
      let count = try #require(Int(call[2]))
      let x = Tensor<Float>(random.uniform(low: -10, high: 10, [count]))
      let y = 2.0 * x + 1.0 + Tensor<Float>(random.randn([count])) * 0.2
      try expectBits(y.scalars, bits, "\(call)")
    }
    #expect(lines.count == 3)
  }

  /// The lines of one call: its words, and the bits of its results.
  private func fixture(_ name: String) throws -> [(call: [String], bits: [UInt64])] {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/numpy/numpy.txt")
    return try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .filter { $0.hasPrefix("\(name) ") }
      .map { line in
        let halves = line.split(separator: "=").map { $0.split(separator: " ") }
        let bits = try halves[1].map { try #require(UInt64($0, radix: 16)) }
        return (halves[0].map(String.init), bits)
      }
  }

  private func expectBits<Scalar: TensorFloat>(
    _ found: [Scalar], _ bits: [UInt64], _ call: Comment
  ) throws {
    let known = bits.map { bits in
      Scalar.self == Float.self
        ? Scalar(Float(bitPattern: UInt32(bits))) : Scalar(Double(bitPattern: bits))
    }
    #expect(found == known, call)
  }
}
