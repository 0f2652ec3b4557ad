/// The logarithm to base ten, good to about 1e-15.
///
///     log10(1000.0)  // 3.0
///
/// With x = m · 2ᵉ and s = (m − 1) / (m + 1): ln m = 2 (s + s³/3 + s⁵/5 + …)
public func log10(_ x: Double) -> Double {
  guard x > 0, x.isFinite else { return x == 0 ? -.infinity : x > 0 ? x : .nan }
  var (mantissa, exponent) = (x.significand, Double(x.exponent))
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
