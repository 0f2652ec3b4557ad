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

  /// The text fit for one line, in no more than 80 letters of which the last is … where
  /// it has more. Letters are counted as they are shown: `\u{a}` is five.
  public var shortened: String {
    // No more of a long text than may be shown.
    let shown = String(String.UnicodeScalarView(unicodeScalars.prefix(81))).inOneLine
    guard shown.unicodeScalars.count > 80 else { return shown }
    return String(String.UnicodeScalarView(shown.unicodeScalars.prefix(79))) + "…"
  }
}
