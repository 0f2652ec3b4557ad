import FixedMath
import Foundation
import Tensors
import Testing

/// `exp` is computed without the C library; that is what it is held against.
@Suite struct ExpTests {
  @Test func isExactAtTheEdges() {
    let infinity = Double.infinity
    #expect(FixedMath.exp(0) == 1 && FixedMath.exp(-0.0) == 1)
    #expect(FixedMath.exp(infinity) == infinity && FixedMath.exp(710) == infinity)
    #expect(FixedMath.exp(-infinity) == 0 && FixedMath.exp(-746) == 0)
    #expect(FixedMath.exp(.nan).isNaN)
  }

  @Test func isGoodToAUnitInTheLastPlace() {
    let random = RandomState(seed: 5)
    let numbers =
      random.uniform(low: -708, high: 709, [20_000]).scalars
      + random.uniform(low: -1, high: 1, [20_000]).scalars + [709.78, -745.1, -744.5]
    for x in numbers {
      let expected = Foundation.exp(x)
      #expect(
        (FixedMath.exp(x) - expected).magnitude <= 1.5 * expected.ulp, "exp(\(x))")
    }
  }
}
