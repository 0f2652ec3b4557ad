import Foundation

/// A calculation that a mark asks for: numbers with `+`, `-`, `*`, `/`, `^` and brackets.
///
///     Expression("784 * 512 + 512")?.value  // 401920.0
struct Expression: Equatable, Sendable {
  /// As it is written.
  let text: String
  /// What comes out.
  let value: Double

  /// Nil where the text is no calculation.
  init?(_ text: String) {
    var rest = text.filter { $0 != " " }[...]
    guard let value = Self.sum(&rest), rest.isEmpty else { return nil }
    (self.text, self.value) = (text, value)
  }

  private static func sum(_ rest: inout Substring) -> Double? {
    chain(of: product, joinedBy: ["+": (+), "-": (-)], &rest)
  }

  private static func product(_ rest: inout Substring) -> Double? {
    chain(of: power, joinedBy: ["*": (*), "/": (/)], &rest)
  }

  private static func chain(
    of operand: (inout Substring) -> Double?,
    joinedBy signs: [Character: (Double, Double) -> Double], _ rest: inout Substring
  ) -> Double? {
    guard var value = operand(&rest) else { return nil }
    while let sign = rest.first, let apply = signs[sign] {
      rest.removeFirst()
      guard let next = operand(&rest) else { return nil }
      value = apply(value, next)
    }
    return value
  }

  private static func power(_ rest: inout Substring) -> Double? {
    guard let base = operand(&rest) else { return nil }
    guard rest.first == "^" else { return base }
    rest.removeFirst()
    return power(&rest).map { pow(base, $0) }
  }

  private static func operand(_ rest: inout Substring) -> Double? {
    if rest.first == "(" {
      rest.removeFirst()
      let value = sum(&rest)
      return rest.popFirst() == ")" ? value : nil
    }
    let digits = rest.prefix { $0.isASCII && $0.isNumber || $0 == "." }
    rest = rest.dropFirst(digits.count)
    return Double(digits)
  }
}
