import Foundation
import Testing

@testable import BookKit

@Suite struct ValueFormatTests {
  @Test(arguments: [
    ("%d", 72, "72"), ("%d", 0, "0"), ("%d", -0.0, "0"), ("%d", -3, "-3"),
    ("%d", 1e15, "1000000000000000"), ("%d", .nan, "nan"), ("%d", .infinity, "inf"),
    ("%,d", 999, "999"), ("%,d", 1000, "1,000"), ("%,d", -100000, "-100,000"),
    ("%,d", 1_234_567, "1,234,567"), ("%,d", .nan, "nan"),
    ("%,.2f", 1234.567, "1,234.57"), ("%,.0f", 99999.5, "100,000"),
    ("%.4f", 0.027859262495676634, "0.0279"), ("%.0f", 2.5, "2"),
    ("%.2f", 2.675, "2.67"),
    ("%.1f", -0.04, "-0.0"), ("%.4f", .nan, "nan"), ("%.1f", -.infinity, "-inf"),
    ("%.2e", 1.77451e-13, "1.77e-13"), ("%.0e", 0, "0e+00"),
    ("%g", 0.0001, "0.0001"), ("%g", 1e-5, "1e-05"), ("%g", 100000, "100000"),
    ("%g", 1e6, "1e+06"), ("%.3g", 0.88149, "0.881"), ("%.1g", 0.95, "0.9"),
    ("%.2p", 0.8815, "88.15%"), ("%.0p", 1, "100%"), ("%.1p", .nan, "nan"),
    ("%s", 0.027859262495676634, "0.027859262495676634"), ("%s", 72, "72.0"),
    ("%s", 1e-7, "1e-07"), ("%s", -.infinity, "-inf"),
  ])
  func writesANumber(format: String, number: Double, text: String) throws {
    #expect(try ValueFormat(format)?.text(number) == text)
  }

  @Test(arguments: ["%d", "%,d"]) func aFractionIsNoWholeNumber(format: String) {
    #expect(throws: WorkspaceError.self) { try ValueFormat(format)!.text(0.5) }
  }

  @Test func writesWhatPrintfWrites() throws {
    var random = SystemRandomNumberGenerator()
    for _ in 0..<2000 {
      let number = Double(bitPattern: .random(in: 0 ... .max, using: &random))
      guard number.isFinite, abs(number) < 1e200 else { continue }
      for format in ["%.0f", "%.3f", "%.17f", "%.0e", "%.5e", "%.20e", "%g", "%.12g"] {
        #expect(
          try ValueFormat(format)!.text(number) == String(format: format, number),
          "\(format) of \(number)")
      }
    }
  }
}
