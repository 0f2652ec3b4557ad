// Made of + − × ÷ alone: the last bit of a C library's logarithm depends on the library,
// and a picture shall have the same pixels everywhere.

extension Double {
  /// The logarithm to base ten, good to about 1e-15; not finite where there is none.
  ///
  /// With x = m · 2ᵉ and s = (m − 1) / (m + 1): ln m = 2 (s + s³/3 + s⁵/5 + …)
  var log10: Double {
    guard self > 0, isFinite else {
      return self == 0 ? -.infinity : self > 0 ? self : .nan
    }
    var (mantissa, exponent) = (significand, Double(exponent))
    if mantissa > 1.4142135623730951 {
      mantissa /= 2
      exponent += 1
    }
    let s = (mantissa - 1) / (mantissa + 1)
    var series = 0.0
    for k in stride(from: 23.0, through: 1, by: -2) {
      series = series * (s * s) + 1 / k
    }
    return exponent * 0.30102999566398120 + 2 * s * series * 0.43429448190325183
  }

  /// Ten to a whole power, correctly rounded for powers from −22 to 22.
  static func tenTo(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? 1 / power : power
  }
}
