import Learning
import Tensors
import Testing

@Suite struct InitializerTests {
  @Test(arguments: [(784, 512), (10, 1000), (300, 3)])
  func glorotUniformFillsItsLimits(rows: Int, columns: Int) {
    let w = glorotUniform(rows, columns, from: RandomState(seed: 1))
    #expect(w.shape == Shape([rows, columns]))
    let limit = Float((6 / Double(rows + columns)).squareRoot())
    let largest = w.scalars.map(\.magnitude).max() ?? 0
    #expect(largest <= limit && largest > 0.98 * limit)
    // A uniform distribution over [−l, l) has the variance l² / 3.
    let variance = reduceMean(square(Tensor<Double>(w))).item
    let expected = 2 / Double(rows + columns)
    #expect(abs(variance / expected - 1) < 0.1)
    #expect(abs(reduceMean(w).item) < 0.05 * limit)
  }

  @Test func truncatedNormalStaysWithinTwoDeviations() {
    let w = truncatedNormal(
      [200, 500], standardDeviation: 0.1, from: RandomState(seed: 2))
    #expect(w.shape == [200, 500])
    let largest = w.scalars.map(\.magnitude).max() ?? 0
    #expect(largest <= 0.2 && largest > 0.1999)
    let z = Tensor<Double>(w) / 0.1
    let mean = reduceMean(z).item
    let deviation = reduceMean(square(z - mean)).item.squareRoot()
    // √(1 − 4 φ(2) / (2 Φ(2) − 1)), with φ and Φ of the normal distribution; the bounds
    // are four standard errors of 100,000 draws.
    #expect(abs(mean) < 0.011)
    #expect(abs(deviation - 0.8796256610342398) < 0.008)
  }

  @Test func everyDrawMovesTheStream() {
    let random = RandomState(seed: 3)
    let first = glorotUniform(2, 3, from: random)
    let second = glorotUniform(2, 3, from: random)
    #expect(first != second)
    random.seed(3)
    #expect(glorotUniform(2, 3, from: random) == first)
    #expect(glorotUniform(2, 3, from: random) == second)
  }
}
