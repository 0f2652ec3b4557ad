import Foundation
import Testing

@testable import Tensors

/// `exp` and `log` are computed without the C library; it is what they are held against.
@Suite struct ExponentialTests {
  @Test func areExactAtTheEdges() {
    let infinity = Double.infinity
    let powers = exp(Tensor<Double>([0, -0.0, infinity, -infinity, 710, -746]))
    #expect(powers == Tensor([1, 1, infinity, 0, infinity, 0]))
    let logarithms = log(Tensor<Double>([1, 0, -0.0, infinity]))
    #expect(logarithms == Tensor([0, -infinity, -infinity, infinity]))
    #expect(exp(Tensor(Double.nan)).item.isNaN)
    #expect(log(Tensor(Double.nan)).item.isNaN)
    #expect(log(Tensor<Double>(-1)).item.isNaN)
    #expect(exp(Tensor<Float>([89, -104])) == Tensor([.infinity, 0]))
  }

  @Test func areGoodToAUnitInTheLastPlace() {
    let random = RandomState(seed: 5)
    let x =
      random.uniform(low: -708, high: 709, count: 20_000)
      + random.uniform(low: -1, high: 1, count: 20_000) + [709.78, -745.1, -744.5]
    for (x, y) in zip(x, exp(Tensor(x)).scalars) {
      let expected = Foundation.exp(x)
      #expect((y - expected).magnitude <= 1.5 * expected.ulp, "exp(\(x))")
    }
    let positive =
      x.map { Foundation.exp($0) }
      + random.uniform(low: 0.5, high: 2, count: 20_000)
      + [.leastNonzeroMagnitude, .leastNormalMagnitude, .greatestFiniteMagnitude]
    for (x, y) in zip(positive, log(Tensor(positive)).scalars) {
      let expected = Foundation.log(x)
      #expect((y - expected).magnitude <= 1.5 * expected.ulp, "log(\(x))")
    }
  }

  @Test func roundSinglePrecisionNumbersOnce() {
    let x = RandomState(seed: 6).uniform(low: -80, high: 80, [2_000])
    let single = Tensor<Float>(x)
    let wide = Tensor<Double>(single)
    #expect(exp(single) == Tensor<Float>(exp(wide)))
    #expect(log(square(single)) == Tensor<Float>(log(Tensor<Double>(square(single)))))
  }
}
