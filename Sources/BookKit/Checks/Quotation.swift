/// A chapter, an exercise or an erratum that a text names by its number, in a language of
/// the books.
struct Quotation {
  enum Kind { case chapter, exercise, erratum }

  let kind: Kind
  let number: Int
  /// As it stands there, such as `chapter 3`.
  let text: String

  /// All in the text.
  static func all(in text: String) -> [Quotation] {
    guard text.utf8.contains(where: { 0x30...0x39 ~= $0 }) else { return [] }
    let forms: [(Kind, Regex<(Substring, Substring)>)] = [
      (.chapter, /\b[Cc]hapter (\d+)/), (.chapter, /第 ?(\d+) ?章/),
      (.exercise, /\b[Ee]xercise (\d+)/), (.exercise, /练习 ?(\d+)/),
      (.erratum, /\b[Ee]rratum (\d+)/), (.erratum, /勘误 ?(\d+)/),
    ]
    return forms.flatMap { kind, form in
      text.matches(of: form).compactMap { match in
        Int(match.1).map { Quotation(kind: kind, number: $0, text: String(match.0)) }
      }
    }
  }
}
