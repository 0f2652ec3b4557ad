extension String {
  /// The text fit for one line of a terminal, wherever it comes from: what would break
  /// the line, move the cursor or turn the direction of writing stands as `\u{a}`.
  public var inOneLine: String {
    unicodeScalars.map { scalar in
      switch scalar.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator:
        "\\u{\(String(scalar.value, radix: 16))}"
      default: "\(scalar)"
      }
    }.joined()
  }

  /// The text in no more than 80 letters, the last one being … where it has more.
  public var shortened: String {
    let letters = unicodeScalars.prefix(81)
    guard letters.count > 80 else { return self }
    return String(String.UnicodeScalarView(letters.prefix(79))) + "…"
  }
}
