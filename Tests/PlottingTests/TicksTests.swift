import Foundation
import Testing

@testable import Plotting

@Suite struct TicksTests {
  @Test(
    arguments: [
      (0.0, 1.0, 6, ["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]),
      (0, 10, 6, ["0", "2", "4", "6", "8", "10"]),
      (-1.05, 1.05, 9, ["−1.0", "−0.5", "0.0", "0.5", "1.0"]),
      (0.1, 0.3, 3, ["0.1", "0.2", "0.3"]),
      (3, 97, 4, ["20", "40", "60", "80"]),
      (95, 112, 5, ["95", "100", "105", "110"]),
      (-3.2, -0.9, 3, ["−3", "−2", "−1"]),
      (0.0012, 0.0031, 4, ["0.0015", "0.0020", "0.0025", "0.0030"]),
      (123.4567, 123.4568, 3, ["123.45670", "123.45675", "123.45680"]),
      (0, 50_000, 3, ["0", "20000", "40000"]),
      (0, 3e6, 4, ["0", "1×10⁶", "2×10⁶", "3×10⁶"]),
      (1e6, 2.6e6, 4, ["1.0×10⁶", "1.5×10⁶", "2.0×10⁶", "2.5×10⁶"]),
      (0, 4e-5, 5, ["0", "1×10⁻⁵", "2×10⁻⁵", "3×10⁻⁵", "4×10⁻⁵"]),
      (0, 0.0004, 5, ["0.0000", "0.0001", "0.0002", "0.0003", "0.0004"]),
    ] as [(Double, Double, Int, [String])])
  func linearTicks(low: Double, high: Double, maximum: Int, labels: [String]) {
    let ticks = Ticks.linear(from: low, to: high, maximum: maximum)
    #expect(ticks.map(\.label) == labels)
  }

  @Test func tickValuesAreWhatTheirLabelsSay() {
    for tick in Ticks.linear(from: -0.7, to: 0.7, maximum: 20) {
      #expect(Double(tick.label.replacingOccurrences(of: "−", with: "-")) == tick.value)
    }
  }

  @Test func ticksAreNeverMoreThanAsked() {
    for power in stride(from: -280.0, through: 280, by: 11) {
      for maximum in 1...12 {
        let high = 3.7 * pow(10, power)
        let ticks = Ticks.linear(from: -high / 3, to: high, maximum: maximum)
        #expect(ticks.count <= maximum)
        #expect(ticks.count >= maximum / 3)
      }
    }
  }

  @Test(
    arguments: [
      (-3.0, 1.0, 9, ["10⁻³", "10⁻²", "10⁻¹", "10⁰", "10¹"]),
      (-18.2, 0.3, 5, ["10⁻¹⁶", "10⁻¹²", "10⁻⁸", "10⁻⁴", "10⁰"]),
      (0.1, 1.4, 9, ["2", "5", "10", "20"]),
      (-0.8, -0.2, 9, ["0.2", "0.5"]),
      (2.0, 3.0, 9, ["100", "200", "500", "1000"]),
      (2.0, 3.0, 3, ["10²", "10³"]),
      (-7.1, -5.9, 9, ["10⁻⁷", "10⁻⁶"]),
      (0.31, 0.65, 5, ["2.5", "3.0", "3.5", "4.0"]),
    ] as [(Double, Double, Int, [String])])
  func logarithmicTicks(low: Double, high: Double, maximum: Int, labels: [String]) {
    let ticks = Ticks.logarithmic(from: low, to: high, maximum: maximum)
    #expect(ticks.map(\.label) == labels)
  }

  @Test func minorTicksAreTheMultiplesBetweenPowers() {
    #expect(Ticks.logarithmicMinor(from: 0, to: 1) == [2, 3, 4, 5, 6, 7, 8, 9])
    #expect(Ticks.logarithmicMinor(from: -1.1, to: -0.5) == [0.08, 0.09, 0.2, 0.3])
    #expect(Ticks.logarithmicMinor(from: 0, to: 11).isEmpty)
  }

  @Test(
    arguments: [
      (0.0, "0"), (0.25, "0.25"), (12, "12"), (-1.5, "−1.5"), (100, "100"),
      (12345, "12345"), (1.2345e6, "1.235×10⁶"), (1.5e6, "1.5×10⁶"), (2e-5, "2×10⁻⁵"),
      (1.0 / 3, "0.3333"),
      (99.999, "100"), (-0.001, "−0.001"),
    ] as [(Double, String)])
  func labelsOfValues(value: Double, label: String) {
    #expect(RoundNumber.label(value) == label)
  }

  @Test(
    arguments: [
      (0.0, 2, "0.00"), (0.249, 4, "0.2490"), (0.00832238, 4, "0.0083"), (3, 0, "3"),
      (-1.25, 1, "−1.3"), (-0.001, 1, "0.0"), (1e20, 2, "1×10²⁰"),
      (.infinity, 1, "inf"), (.nan, 1, "nan"),
    ] as [(Double, Int, String)])
  func labelsOfValuesToDecimals(value: Double, decimals: Int, label: String) {
    #expect(RoundNumber.label(value, decimals: decimals) == label)
  }
}
