/// Functions whose last bit differs between C libraries, made of + − × ÷ alone, so that
/// they give the same bits everywhere. Each is good to about one unit in the last place.
enum FixedMath {
  /// ln 2 in two parts: the first with so few bits that its product with an exponent
  /// is exact, the second what is left. (As in Sun's fdlibm, e_log.c.)
  private static let ln2 = (
    high: 6.93147180369123816490e-01, low: 1.90821492927058770002e-10
  )

  /// eˣ = 2ᵏ · eʳ with x = k ln 2 + r, |r| ≤ ln 2 / 2, and
  /// eʳ = 1 + r (1 + r/2 (1 + r/3 (…)))
  static func exp(_ x: Double) -> Double {
    guard x < 710 else { return x.isNaN ? x : .infinity }
    guard x > -746 else { return 0 }
    let k = (x / (ln2.high + ln2.low)).rounded()
    let r = x - k * ln2.high - k * ln2.low
    var series = 1.0
    for n in stride(from: 14.0, through: 1, by: -1) { series = 1 + series * r / n }
    return Double(sign: .plus, exponent: Int(k), significand: series)
  }

  /// ln x = k ln 2 + ln(1 + f) with x = 2ᵏ (1 + f), s = f / (2 + f) and
  /// ln(1 + f) = 2 (s + s³/3 + s⁵/5 + …) = f − (f²/2 − s (f²/2 + r)), r = 2 (s²/3 + …):
  /// the exact f comes last, so that the rounding of s hardly matters.
  static func log(_ x: Double) -> Double {
    guard x > 0, x.isFinite else { return x == 0 ? -.infinity : x > 0 ? x : .nan }
    var (m, k) = (x.significand, Double(x.exponent))
    if m > 1.4142135623730951 {
      m /= 2
      k += 1
    }
    let f = m - 1
    let s = f / (2 + f)
    var r = 0.0
    for n in stride(from: 23.0, through: 3, by: -2) { r = (r + 2 / n) * (s * s) }
    let half = f * f / 2
    return k * ln2.high - ((half - (s * (half + r) + k * ln2.low)) - f)
  }
}
