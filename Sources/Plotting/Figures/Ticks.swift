import FixedMath

/// A marked value of an axis.
public struct Tick: Equatable, Sendable {
  /// The value.
  public var value: Double
  /// What is written beside it.
  public var label: String

  /// A tick with its label.
  public init(_ value: Double, _ label: String) {
    (self.value, self.label) = (value, label)
  }

  /// Ticks 0, 1, 2… with the given labels, as of bars or of a matrix.
  public static func categories(_ labels: [String]) -> [Tick] {
    labels.enumerated().map { Tick(Double($0.offset), $0.element) }
  }
}

/// The choice of ticks. Their values and labels come from whole numbers, so that no
/// rounding shows.
enum Ticks {
  /// At most `maximum` multiples of 1, 2 or 5 times a power of ten from `low` to `high`,
  /// with as many digits as they need. Below 10⁻⁴ and from 10⁶ on they have the form
  /// 1.5×10⁶.
  static func linear(from low: Double, to high: Double, maximum: Int) -> [Tick] {
    guard low < high, maximum > 0 else { return [] }
    var exponent =
      Int(log10((high - low) / Double(maximum)).rounded(.down)) - 1
    while true {
      for multiple: Int64 in [1, 2, 5] {
        let unit = RoundNumber(digits: multiple, exponent: exponent).value
        guard unit > 0 else { continue }
        // A tick that misses the end by a rounding is on it.
        let slack = (high - low) / unit * 1e-9
        let first = (low / unit - slack).rounded(.up)
        let last = (high / unit + slack).rounded(.down)
        guard last - first + 1 <= Double(maximum), abs(first) < 1e15, abs(last) < 1e15
        else { continue }
        guard first <= last else { return [] }
        return ticks(
          (Int64(first)...Int64(last)).map {
            RoundNumber(digits: $0 * multiple, exponent: exponent)
          })
      }
      exponent += 1
    }
  }

  /// Powers of ten between the logarithms `low` and `high`: all of them, or every
  /// second, third… so that there are at most `maximum`. Where there are fewer than three,
  /// 1, 2 and 5 times powers of ten instead, if their labels are short and not too many.
  /// Where there are fewer than two of either, linear ticks.
  static func logarithmic(from low: Double, to high: Double, maximum: Int) -> [Tick] {
    guard low < high, maximum > 0 else { return [] }
    let slack = (high - low) * 1e-9
    func isInside(_ position: Double) -> Bool {
      position >= low - slack && position <= high + slack
    }
    let exponents = Int(low.rounded(.down))...Int(high.rounded(.up))
    let powers = exponents.filter { isInside(Double($0)) }
    let finer = exponents.flatMap { exponent in
      [1, 2, 5].map { RoundNumber(digits: $0, exponent: exponent) }
    }.filter { isInside(log10($0.value)) }
    let hasPlainLabels = low >= -4 && high < 6
    if powers.count < 3, hasPlainLabels, (2...max(maximum, 2)).contains(finer.count) {
      return ticks(finer)
    }
    if powers.count >= 2 {
      var step = 1
      while powers.count > maximum * step { step += 1 }
      return powers.filter { $0 % step == 0 }.map {
        Tick(powerOfTen($0), "10" + superscript($0))
      }
    }
    let ends = (Scale.logarithmic.value(low), Scale.logarithmic.value(high))
    return linear(from: ends.0, to: ends.1, maximum: maximum)
  }

  /// 2, 3 … 9 times powers of ten between two logarithms, if these are at most ten apart.
  static func logarithmicMinor(from low: Double, to high: Double) -> [Double] {
    guard high - low <= 10 else { return [] }
    return (Int(low.rounded(.down))...Int(high.rounded(.up))).flatMap { exponent in
      (2...9).map { RoundNumber(digits: $0, exponent: exponent).value }
    }.filter {
      let position = log10($0)
      return position >= low && position <= high
    }
  }

  /// The exponent in superior figures: −3 gives ⁻³.
  static func superscript(_ exponent: Int) -> String {
    let figures = Array("⁰¹²³⁴⁵⁶⁷⁸⁹")
    let digits = String(exponent.magnitude).compactMap { $0.wholeNumberValue }
    return (exponent < 0 ? "⁻" : "") + String(digits.map { figures[$0] })
  }

  private static func ticks(_ decimals: [RoundNumber]) -> [Tick] {
    let largest = decimals.map { abs($0.value) }.max() ?? 0
    let magnitude = largest > 0 ? Int(log10(largest).rounded(.down)) : 0
    let isScientific = largest >= 1e6 || magnitude < -4
    return decimals.map {
      Tick($0.value, isScientific ? $0.scientific(magnitude) : $0.text)
    }
  }
}
