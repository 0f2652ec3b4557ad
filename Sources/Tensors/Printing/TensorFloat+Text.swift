// The rules are those of NumPy 2.4 with its default print options. An array shows the
// shortest digits that read back as the same number, cut to 8 decimals; digits beyond
// the shortest come from the exact value of the number, rounded half to even.

extension Float {
  /// The scalar as Python prints it.
  public var pythonText: String { Double(self).numpyText }
}

extension TensorFloat {
  /// The shortest digits that read back as the same number: `1e-05`, `136.91315134241083`,
  /// `-0.0`, `nan`; with an exponent below 10⁻⁴ and from `scalarLimit`.
  public var numpyText: String {
    guard isFinite else { return nonFiniteText }
    let digits = DecimalDigits(shortest: self)
    let size = Double(magnitude)
    if size == 0 || (size >= 1e-4 && size < Self.scalarLimit) {
      let (whole, fraction) = digits.positional
      return signText + whole + "." + (fraction.isEmpty ? "0" : fraction)
    }
    let (whole, fraction, exponent) = digits.scientific
    return signText + whole + (fraction.isEmpty ? "" : "." + fraction) + "e" + exponent
  }

  /// The numbers as an array shows them: aligned at the decimal point, 8 decimals at
  /// most, with exponents where they are too large, too small or too far apart.
  public static func column(of numbers: [Self]) -> [String] {
    let finite = numbers.filter { $0.isFinite }
    let texts = needsExponent(finite) ? scientific(finite) : positional(finite)
    var next = texts.makeIterator()
    return rightAligned(numbers.map { $0.isFinite ? next.next()! : $0.nonFiniteText })
  }

  /// Whether the numbers are too large, too small or too far apart to be read without
  /// an exponent.
  private static func needsExponent(_ numbers: [Self]) -> Bool {
    let sizes = numbers.lazy.filter { $0 != 0 }.map { $0.magnitude }
    guard let largest = sizes.max(), let smallest = sizes.min() else { return false }
    return largest >= columnLimit || smallest < 1e-4 || largest / smallest > 1000
  }

  /// The numbers without exponents, spaces after them in place of missing decimals.
  private static func positional(_ numbers: [Self]) -> [String] {
    let parts = numbers.map { number in
      let shortest = DecimalDigits(shortest: number)
      let digits =
        shortest.decimals <= PrintOptions.precision
        ? shortest
        : DecimalDigits(exact: Double(number)).rounded(
          toDecimals: PrintOptions.precision)
      return digits.positional
    }
    let width = parts.map { $0.fraction.utf8.count }.max() ?? 0
    return zip(numbers, parts).map { number, part in
      let spaces = String(repeating: " ", count: width - part.fraction.utf8.count)
      return number.signText + part.whole + "." + part.fraction + spaces
    }
  }

  /// The numbers with exponents, all with as many digits as the longest of them.
  private static func scientific(_ numbers: [Self]) -> [String] {
    let cut = numbers.map { number in
      let shortest = DecimalDigits(shortest: number)
      return shortest.digits.count <= PrintOptions.precision + 1
        ? shortest
        : DecimalDigits(exact: Double(number)).rounded(
          toDigits: PrintOptions.precision + 1)
    }
    let count = cut.map { $0.digits.count }.max() ?? 1
    let parts = zip(numbers, cut).map { number, digits in
      let digits =
        digits.digits.count == count
        ? digits : DecimalDigits(exact: Double(number)).rounded(toDigits: count)
      return digits.scientific
    }
    let width = parts.map { $0.exponent.utf8.count }.max() ?? 0
    return zip(numbers, parts).map { number, part in
      let zeros = String(repeating: "0", count: count - 1 - part.fraction.utf8.count)
      let exponentZeros = String(
        repeating: "0", count: width - part.exponent.utf8.count)
      return number.signText + part.whole + "." + part.fraction + zeros + "e"
        + part.exponent.prefix(1) + exponentZeros + part.exponent.dropFirst()
    }
  }

  private var signText: String { sign == .minus ? "-" : "" }
  private var nonFiniteText: String { isNaN ? "nan" : signText + "inf" }
}
