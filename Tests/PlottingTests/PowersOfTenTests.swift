import Foundation
import Testing

@testable import Plotting

@Suite struct PowersOfTenTests {
  @Test func logarithmsAgreeWithTheLibrary() {
    for i in -300...300 {
      for mantissa in [1.0, 1.1, 1.414, 1.415, 2, 3.3, 7, 9.999] {
        let x = mantissa * pow(10, Double(i))
        let exact = log10(x)
        #expect(abs(x.log10 - exact) <= max(abs(exact), 1) * 1e-15)
      }
    }
    #expect(0.0.log10 == -.infinity)
    #expect((-1.0).log10.isNaN)
    #expect(Double.infinity.log10 == .infinity)
  }

  @Test func powersOfTenAreThoseOfTheLiterals() {
    for exponent in -22...22 {
      #expect(Double.tenTo(exponent) == Double("1e\(exponent)"))
    }
  }
}
