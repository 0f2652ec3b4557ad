// A number as a log shows it, rounded from its exact value: half to even, as Python's
// format specifications round.

extension Double {
  /// The shortest digits that read back as the same number, as Python prints a float.
  ///
  ///     (0.1 + 0.2).python  // 0.30000000000000004
  public var python: String { numpyText }

  /// A fixed number of decimals, as Python's `"%.2f"`.
  ///
  ///     2.0.fixed(2)  // 2.00
  public func fixed(_ decimals: Int) -> String {
    guard isFinite else { return python }
    let rounded = DecimalDigits(exact: magnitude).rounded(toDecimals: decimals)
    let (whole, fraction) = rounded.positional
    let zeros = String(repeating: "0", count: decimals - fraction.utf8.count)
    let text = decimals == 0 ? whole : whole + "." + fraction + zeros
    return sign == .minus ? "-" + text : text
  }

  /// One digit before the point, `decimals` behind it and an exponent, as Python's
  /// `"%.2e"`.
  ///
  ///     1536.0.scientific(2)  // 1.54e+03
  public func scientific(_ decimals: Int) -> String {
    guard isFinite else { return python }
    let rounded = DecimalDigits(exact: magnitude).rounded(toDigits: decimals + 1)
    let (whole, fraction, exponent) = rounded.scientific
    let zeros = String(repeating: "0", count: decimals - fraction.utf8.count)
    let text = decimals == 0 ? whole : whole + "." + fraction + zeros
    return (sign == .minus ? "-" : "") + text + "e" + exponent
  }

  /// As many significant digits as it takes, at most `digits`, as Python's `"%g"`.
  ///
  ///     10.240000000000002.general()  // 10.24
  ///     1e-7.general()                // 1e-07
  public func general(_ digits: Int = 6) -> String {
    guard isFinite else { return python }
    let rounded = DecimalDigits(exact: magnitude).rounded(toDigits: digits)
    let sign = sign == .minus ? "-" : ""
    if rounded.exponent >= -4, rounded.exponent < digits {
      let (whole, fraction) = rounded.positional
      return sign + whole + (fraction.isEmpty ? "" : "." + fraction)
    }
    let (whole, fraction, exponent) = rounded.scientific
    return sign + whole + (fraction.isEmpty ? "" : "." + fraction) + "e" + exponent
  }
}
