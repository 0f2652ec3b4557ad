/// The decimal digits of a finite number without its sign:
/// `d₀.d₁d₂… × 10^exponent`, without trailing zeros.
///
/// 0 has the one digit 0 and the exponent 0; every other number has d₀ > 0.
///
///     DecimalDigits(shortest: Float(0.1)).digits  // [1]
///     DecimalDigits(exact: 0.375).digits          // [3, 7, 5]
struct DecimalDigits: Equatable {
  /// The digits from the most significant to the last that is not 0.
  private(set) var digits: [UInt8]

  /// The power of ten that the first digit counts.
  private(set) var exponent: Int

  /// How many digits stand behind the decimal point when no exponent is written.
  var decimals: Int { max(0, digits.count - 1 - exponent) }

  /// The fewest digits that read back as the same number of the same type, and among
  /// those the closest to it. The standard library finds them for `description`.
  init(shortest number: some BinaryFloatingPoint & CustomStringConvertible) {
    let parts = number.magnitude.description.utf8.split(separator: UInt8(ascii: "e"))
    let mantissa = parts[0].split(separator: UInt8(ascii: "."))
    let power = parts.count == 2 ? Int(String(parts[1])!)! : 0
    self.init(
      digits: mantissa.joined().map { $0 - UInt8(ascii: "0") },
      exponent: power + mantissa[0].count - 1)
  }

  /// All digits of the number's exact value, up to 767 of them.
  init(exact number: Double) {
    // The number is significand × 2^power, and 2^-n = 5^n × 10^-n: after n products
    // by 5 (or 2, for a positive power) what is left is an integer and a decimal point.
    let isSubnormal = number.exponentBitPattern == 0
    let significand = number.significandBitPattern | (isSubnormal ? 0 : 1 << 52)
    let power = max(1, Int(number.exponentBitPattern)) - 1075
    // The least significant digit first. 9 · 5²⁵ and a carry fit 64 bits, so that 25 factors
    // go into one pass.
    var digits = String(significand).utf8.reversed().map { Int64($0) - 48 }
    for start in stride(from: 0, to: abs(power), by: 25) {
      let factors = repeatElement(
        Int64(power < 0 ? 5 : 2), count: min(25, abs(power) - start))
      let factor = factors.reduce(1, *)
      var carry: Int64 = 0
      for index in digits.indices {
        let product = digits[index] * factor + carry
        (carry, digits[index]) = product.quotientAndRemainder(dividingBy: 10)
      }
      while carry > 0 {
        digits.append(carry % 10)
        carry /= 10
      }
    }
    self.init(
      digits: digits.reversed().map { UInt8($0) },
      exponent: digits.count - 1 + min(0, power))
  }

  /// Digits that may begin and end with zeros, brought to the form promised above.
  private init(digits: [UInt8], exponent: Int) {
    guard let first = digits.firstIndex(where: { $0 != 0 }),
      let last = digits.lastIndex(where: { $0 != 0 })
    else {
      self.digits = [0]
      self.exponent = 0
      return
    }
    self.digits = Array(digits[first...last])
    self.exponent = exponent - first
  }

  /// The closest number of at most `count` digits, `count` > 0; of two equally close
  /// ones, that whose last digit is even.
  func rounded(toDigits count: Int) -> DecimalDigits {
    guard count < digits.count else { return self }
    var kept = digits[..<count]
    let isTie = digits[count] == 5 && digits.count == count + 1
    let roundsUp = isTie ? kept.last! % 2 == 1 : digits[count] >= 5
    guard roundsUp else {
      return DecimalDigits(digits: Array(kept), exponent: exponent)
    }

    while kept.last == 9 { kept.removeLast() }
    guard let last = kept.last else {
      return DecimalDigits(digits: [1], exponent: exponent + 1)
    }
    kept[kept.endIndex - 1] = last + 1
    return DecimalDigits(digits: Array(kept), exponent: exponent)
  }

  /// The closest number of at most `count` decimals; ties go to the even last digit.
  func rounded(toDecimals count: Int) -> DecimalDigits {
    let kept = exponent + 1 + count
    if kept > 0 { return rounded(toDigits: kept) }
    // Below the last decimal that is kept: 1 there if it is more than half, else 0.
    let isMoreThanHalf =
      kept == 0 && digits.lexicographicallyPrecedes([5]) == false
      && digits != [5]
    return DecimalDigits(digits: [isMoreThanHalf ? 1 : 0], exponent: -count)
  }
}

extension DecimalDigits {
  /// The digits before and behind the decimal point, without an exponent:
  /// `("1234", "5")` for 1234.5, `("0", "")` for 0.
  var positional: (whole: String, fraction: String) {
    guard exponent >= 0 else {
      return ("0", String(repeating: "0", count: -exponent - 1) + text(of: digits[...]))
    }
    let zeros = String(repeating: "0", count: max(0, exponent + 1 - digits.count))
    let whole = text(of: digits.prefix(exponent + 1)) + zeros
    return (whole, text(of: digits.dropFirst(exponent + 1)))
  }

  /// The parts of the scientific notation: `("1", "2345", "+03")` for 1234.5. The
  /// exponent has two digits or more.
  var scientific: (whole: String, fraction: String, exponent: String) {
    let size = String(abs(exponent))
    let sign = exponent < 0 ? "-" : "+"
    return (
      text(of: digits.prefix(1)), text(of: digits.dropFirst()),
      sign + (size.utf8.count < 2 ? "0" + size : size)
    )
  }

  private func text(of digits: ArraySlice<UInt8>) -> String {
    digits.reduce(into: "") { $0 += String($1) }
  }
}
