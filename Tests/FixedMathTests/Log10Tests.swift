import FixedMath
import Foundation
import Testing

@Suite struct Log10Tests {
  @Test func agreesWithTheCLibrary() {
    for i in -300...300 {
      for mantissa in [1.0, 1.1, 1.414, 1.415, 2, 3.3, 7, 9.999] {
        let x = mantissa * pow(10, Double(i))
        let exact = Foundation.log10(x)
        #expect(abs(FixedMath.log10(x) - exact) <= max(abs(exact), 1) * 1e-15)
      }
    }
    #expect(FixedMath.log10(0) == -.infinity)
    #expect(FixedMath.log10(-1).isNaN)
    #expect(FixedMath.log10(.infinity) == .infinity)
  }

  @Test func powersOfTenAreTheNearestNumbers() throws {
    for exponent in -22...22 {
      #expect(FixedMath.powerOfTen(exponent) == Double("1e\(exponent)"))
    }
  }
}
