import FixedMath
import Foundation
import Tensors
import TestSupport
import Testing

@Suite struct LogTests {
  /// Fixtures/log/make_log.py: numbers of which every one is hard to get right.
  @Test func hasTheBitsOfNumPysOnTheHardNumbers() throws {
    let lines = try text(fixture("log/log.txt")).split(separator: "\n")
    #expect(lines.count > 2500)
    for line in lines {
      let bits = try line.split(separator: " ").map {
        try #require(UInt64($0, radix: 16))
      }
      let x = Double(bitPattern: bits[0])
      #expect(FixedMath.log(x).bitPattern == bits[1], "log(\(x))")
    }
  }

  @Test func knowsTheEdges() {
    #expect(FixedMath.log(0.0) == -.infinity && FixedMath.log(-0.0) == -.infinity)
    #expect(FixedMath.log(.infinity) == .infinity)
    #expect(FixedMath.log(1).bitPattern == 0)
    for x: Double in [.nan, -.infinity, -1, -.leastNonzeroMagnitude] {
      #expect(FixedMath.log(x).isNaN)
    }
  }

  /// `make log-proof`: the C library here is glibc's 2.28 or later, and its processor has
  /// fused multiply-add. LOG_PROOF is how many numbers of the polar method are compared,
  /// and a tenth as many of all those between 0 and 1.
  @Test(.enabled(if: ProcessInfo.processInfo.environment["LOG_PROOF"] != nil))
  func hasTheBitsOfTheCLibrary() throws {
    let setting = ProcessInfo.processInfo.environment["LOG_PROOF"] ?? ""
    let count = try #require(Int(setting), "LOG_PROOF is a number, not \(setting)")
    let start = ContinuousClock.now
    var compared = 0
    var differing: [Double] = []
    func compare(_ x: Double) {
      compared += 1
      if FixedMath.log(x).bitPattern != Foundation.log(x).bitPattern {
        differing.append(x)
      }
    }

    let random = RandomState(seed: 2026)
    for _ in 0..<count {
      var s = 0.0
      repeat {
        let x1 = 2 * random.randomSample() - 1
        let x2 = 2 * random.randomSample() - 1
        s = x1 * x1 + x2 * x2
      } while s >= 1 || s == 0
      compare(s)
    }
    // By their bits: every exponent alike, the subnormal numbers too.
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<count / 10 {
      compare(Double(bitPattern: .random(in: 1..<(1.0).bitPattern, using: &generator)))
    }
    print("log: \(compared) numbers compared in \(ContinuousClock.now - start)")
    #expect(differing.isEmpty, "\(differing.prefix(10))")
  }
}
