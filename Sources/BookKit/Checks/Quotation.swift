/// A chapter, an exercise or an erratum that a text names by its number, in a language of
/// the books.
struct Quotation {
  enum Kind { case chapter, exercise, erratum }

  let kind: Kind
  let number: Int
  /// As it stands there, such as `chapter 3`.
  let text: String

  private static let kinds: [String: Kind] = [
    "chapter": .chapter, "exercise": .exercise, "erratum": .erratum,
    "第": .chapter, "练习": .exercise, "勘误": .erratum,
  ]

  /// All in the text.
  static func all(in text: String) -> [Quotation] {
    guard text.utf8.contains(where: { 0x30...0x39 ~= $0 }) else { return [] }
    let form = /(chapter|exercise|erratum|第|练习|勘误) ?(\d+)( ?章)?/.ignoresCase()
    return text.matches(of: form).compactMap { match in
      let word = match.1.lowercased()
      // What has an ordinal number may be no chapter.
      guard let number = Int(match.2), word != "第" || match.3 != nil else { return nil }
      return Quotation(kind: kinds[word]!, number: number, text: String(match.0))
    }
  }
}
