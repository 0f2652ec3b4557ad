/// Functions whose last bit differs between C libraries, made of + − × ÷ alone, so that
/// a picture has the same pixels everywhere. Each is good to about 1e-15.
enum FixedMath {
  /// The direction at an angle in degrees: (cos, sin).
  static func direction(degrees: Double) -> Point {
    guard degrees.isFinite else { return Point(1, 0) }
    // To within an eighth of a turn, where the series is short; quarter turns are exact.
    let quarters = (degrees / 90).rounded()
    let angle = (degrees - quarters * 90) * (Double.pi / 180)
    let square = angle * angle
    var (cosine, sine) = (1.0, 1.0)
    for k in stride(from: 18.0, through: 2, by: -2) {
      cosine = 1 - cosine * square / (k * (k - 1))
      sine = 1 - sine * square / (k * (k + 1))
    }
    sine *= angle
    switch quarters.remainder(dividingBy: 4) {
    case 1: return Point(-sine, cosine)
    case -1: return Point(sine, -cosine)
    case 0: return Point(cosine, sine)
    default: return Point(-cosine, -sine)
    }
  }

  /// The logarithm to base ten of a positive number.
  ///
  /// With x = m · 2ᵉ and s = (m − 1) / (m + 1): ln m = 2 (s + s³/3 + s⁵/5 + …)
  static func log10(_ x: Double) -> Double {
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

  /// Ten to a whole power, correctly rounded for powers from −22 to 22.
  static func powerOfTen(_ exponent: Int) -> Double {
    var power = 1.0
    for _ in 0..<abs(exponent) { power *= 10 }
    return exponent < 0 ? 1 / power : power
  }
}
