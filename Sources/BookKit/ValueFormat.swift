import Tensors

/// How a number of a log is written in the prose, in the manner of C's `printf`; rounded
/// from its exact value, half to even.
///
/// | format | 1536.0 | |
/// |---|---|---|
/// | `%d`, `%,d` | `1536`, `1,536` | a whole number |
/// | `%.1f`, `%,.1f` | `1536.0`, `1,536.0` | that many decimals |
/// | `%.2e` | `1.54e+03` | that many decimals and an exponent |
/// | `%g`, `%.2g` | `1536`, `1.5e+03` | at most 6, or that many, digits |
/// | `%.1p` | `153600.0%` | times 100, with the sign |
/// | `%s` | `1536.0` | all digits, as Python prints a float |
struct ValueFormat: Equatable, Sendable {
  private let conversion: Character
  private let precision: Int?
  private let groupsThousands: Bool

  /// Reads a format such as `%.4f`.
  init?(_ text: String) {
    guard text.first == "%", let conversion = text.last else { return nil }
    self.conversion = conversion
    let flags = text.dropFirst().dropLast()
    groupsThousands = flags.first == ","
    let digits = groupsThousands ? flags.dropFirst() : flags
    precision = digits.first == "." ? Int(digits.dropFirst()) : nil
    if let precision {
      guard (0...99).contains(precision), digits == ".\(precision)" else { return nil }
    } else if !digits.isEmpty {
      return nil
    }
    let isKnown =
      switch conversion {
      case "d": precision == nil
      case "f": precision != nil
      case "s": precision == nil && !groupsThousands
      case "e", "p": precision != nil && !groupsThousands
      case "g": precision != 0 && !groupsThousands
      default: false
      }
    if !isKnown { return nil }
  }

  /// The number as text.
  func text(_ number: Double) throws(WorkspaceError) -> String {
    let text: String
    switch conversion {
    case "d":
      guard !number.isFinite || number == number.rounded() else {
        throw WorkspaceError("expected a whole number for %d, found \(number)")
      }
      text = number == 0 ? "0" : number.fixed(0)
    case "f": text = number.fixed(precision!)
    case "e": text = number.scientific(precision!)
    case "g": text = number.general(precision ?? 6)
    case "p": text = (100 * number).fixed(precision!) + (number.isFinite ? "%" : "")
    default: text = number.python
    }
    return groupsThousands ? Self.grouped(text) : text
  }

  /// A comma before every third digit of the whole part.
  private static func grouped(_ text: String) -> String {
    let digits = text.drop { $0 == "-" }.prefix(while: \.isNumber)
    guard !digits.isEmpty else { return text }
    var grouped = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index) % 3 == 0 { grouped += "," }
      grouped.append(digit)
    }
    return text[..<digits.startIndex] + grouped + text[digits.endIndex...]
  }
}
