import FixedMath

/// A whole number times a power of ten.
struct RoundNumber {
  let digits: Int64
  let exponent: Int

  /// The nearest Double, for exponents down to −22.
  var value: Double {
    let power = powerOfTen(abs(exponent))
    return exponent < 0 ? Double(digits) / power : Double(digits) * power
  }

  /// The number with −exponent decimals.
  var text: String {
    let sign = digits < 0 ? "−" : ""
    var figures = String(digits.magnitude)
    if exponent >= 0 {
      if digits != 0 { figures += String(repeating: "0", count: exponent) }
      return sign + figures
    }
    if figures.count <= -exponent {
      figures = String(repeating: "0", count: 1 - exponent - figures.count) + figures
    }
    figures.insert(".", at: figures.index(figures.endIndex, offsetBy: exponent))
    return sign + figures
  }

  /// The number as a multiple of ten to a power: 15000 by 10⁴ gives 1.5×10⁴.
  func scientific(_ power: Int) -> String {
    if digits == 0 { return "0" }
    let mantissa = RoundNumber(digits: digits, exponent: exponent - power).text
    return "\(mantissa)×10\(Ticks.superscript(power))"
  }

  /// A value to a number of decimals: 0.25 to three gives 0.250. One that is too large
  /// for that is given to four figures.
  static func label(_ value: Double, decimals: Int) -> String {
    let digits = (value * powerOfTen(decimals)).rounded()
    guard digits.magnitude < 1e15 else { return label(value) }
    return RoundNumber(digits: Int64(digits), exponent: -decimals).text
  }

  /// A value to at most four figures, or to the nearest whole number if that has more
  /// and is below a million: 0.25, 12, 12345, 1.5×10⁶.
  static func label(_ value: Double) -> String {
    guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
    let magnitude = Int(log10(abs(value)).rounded(.down))
    var exponent = magnitude < 6 ? min(magnitude - 3, 0) : magnitude - 3
    let power = powerOfTen(abs(exponent))
    var digits = Int64((exponent < 0 ? value * power : value / power).rounded())
    while digits % 10 == 0, digits != 0, exponent < 0 || magnitude >= 6 {
      digits /= 10
      exponent += 1
    }
    let decimal = RoundNumber(digits: digits, exponent: exponent)
    return (-4..<6).contains(magnitude) ? decimal.text : decimal.scientific(magnitude)
  }
}
