import Learning
import Tensors
import TestSupport
import Testing

/// The same seed gives the weights that NumPy gives, bit for bit:
/// Fixtures/numpy/make_numpy.py.
@Suite struct InitializerTests {
  @Test func drawsTheWeightsThatNumPyDraws() throws {
    let lines = try text(fixture("numpy/numpy.txt")).split(separator: "\n")
    #expect(lines.count == 15)
    for line in lines {
      let halves = line.split(separator: "=").map { $0.split(separator: " ") }
      let call = halves[0]
      let random = RandomState(seed: try #require(UInt32(call[1])))
      let size = try #require(Int(call[3]))
      let w =
        call[0] == "glorotUniform"
        ? glorotUniform(try #require(Int(call[2])), size, from: random)
        : truncatedNormal(
          [size], standardDeviation: try #require(Double(call[2])), from: random)
      #expect(w.shape.dimensions.last == size)
      let known = halves[1].map { UInt32($0, radix: 16) }
      #expect(w.scalars.map(\.bitPattern) == known, "\(line)")
    }
  }

  @Test func everyDrawMovesTheStream() {
    let random = RandomState(seed: 3)
    let first = glorotUniform(2, 3, from: random)
    #expect(glorotUniform(2, 3, from: random) != first)
    #expect(glorotUniform(2, 3, from: RandomState(seed: 3)) == first)
  }
}
