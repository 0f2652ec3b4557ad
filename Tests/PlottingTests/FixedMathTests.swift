import Foundation
import Testing

@testable import Plotting

@Suite struct FixedMathTests {
  @Test func logarithmsAgreeWithTheLibrary() {
    for i in -300...300 {
      for mantissa in [1.0, 1.1, 1.414, 1.415, 2, 3.3, 7, 9.999] {
        let x = mantissa * pow(10, Double(i))
        let exact = log10(x)
        #expect(abs(FixedMath.log10(x) - exact) <= max(abs(exact), 1) * 1e-15)
      }
    }
    #expect(FixedMath.log10(0) == -.infinity)
    #expect(FixedMath.log10(-1).isNaN)
    #expect(FixedMath.log10(.infinity) == .infinity)
  }

  @Test func directionsAgreeWithTheLibrary() {
    for degrees in stride(from: -400.0, through: 400, by: 7.3) {
      let direction = FixedMath.direction(degrees: degrees)
      #expect(abs(direction.x - cos(degrees * .pi / 180)) < 1e-14)
      #expect(abs(direction.y - sin(degrees * .pi / 180)) < 1e-14)
    }
    #expect(FixedMath.direction(degrees: 90) == Plotting.Point(0, 1))
    #expect(FixedMath.direction(degrees: 180) == Plotting.Point(-1, 0))
    #expect(FixedMath.direction(degrees: -90) == Plotting.Point(0, -1))
  }
}
