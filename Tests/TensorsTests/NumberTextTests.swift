import Testing

@testable import Tensors

/// What Python 3.11 prints: `repr(x)`, `"%.Nf" % x`, `"%.Ne" % x` and `"%g" % x`.
@Suite struct NumberTextTests {
  @Test(arguments: [
    (0.1 + 0.2, "0.30000000000000004"), (1e16, "1e+16"), (1e15, "1000000000000000.0"),
    (9.1e15, "9100000000000000.0"), (1e-5, "1e-05"), (-0.0, "-0.0"), (.nan, "nan"),
    (-.infinity, "-inf"), (136.91315134241083, "136.91315134241083"),
    (.leastNonzeroMagnitude, "5e-324"), (0x1p-44, "5.684341886080802e-14"),
    (0.0001, "0.0001"),
  ])
  func python_printsTheShortestDigits(number: Double, text: String) {
    #expect(number.python == text)
  }

  @Test(arguments: [
    (2.0, 2, "2.00"), (0.125, 2, "0.12"), (0.375, 2, "0.38"), (-1.005, 2, "-1.00"),
    (0.005, 2, "0.01"), (0.004, 2, "0.00"), (0.0004, 2, "0.00"), (0.5, 0, "0"),
    (1.5, 0, "2"), (0.6, 0, "1"), (9.999, 2, "10.00"), (0.0, 3, "0.000"),
    (1e-300, 2, "0.00"), (123456.789, 1, "123456.8"), (.infinity, 2, "inf"),
  ])
  func fixed_roundsTheExactValueHalfToEven(
    number: Double, decimals: Int, text: String
  ) {
    #expect(number.fixed(decimals) == text)
  }

  @Test(arguments: [
    (1536.0, 2, "1.54e+03"), (1535.0, 2, "1.54e+03"), (1525.0, 2, "1.52e+03"),
    (0.0, 2, "0.00e+00"), (9.999, 2, "1.00e+01"), (-1e-7, 1, "-1.0e-07"),
    (.leastNonzeroMagnitude, 3, "4.941e-324"), (2.5, 0, "2e+00"), (1e300, 0, "1e+300"),
    (.nan, 2, "nan"), (-.infinity, 2, "-inf"),
  ])
  func scientific_hasOneDigitBeforeThePoint(
    number: Double, decimals: Int, text: String
  ) {
    #expect(number.scientific(decimals) == text)
  }

  @Test(arguments: [
    (10.240000000000002, "10.24"), (4, "4"), (1e-7, "1e-07"), (0.0001, "0.0001"),
    (0.00001234567, "1.23457e-05"), (999999.5, "1e+06"), (123456, "123456"),
    (-3.2, "-3.2"), (0, "0"), (1e300, "1e+300"), (.nan, "nan"),
  ])
  func general_takesSixSignificantDigits(number: Double, text: String) {
    #expect(number.general() == text)
  }
}
