extension StyledText {
  /// The text of a paragraph as a terminal shows it: bold, italic and code as styles,
  /// links by their words, without comments, tags and pictures.
  init(markdown: String, _ base: Style = []) {
    self.init()
    var rest = Array(markdown)[...]
    var emphasis: Style = []
    var previous: Character = " "
    while let character = rest.first {
      defer { previous = character }
      if character == "`" {
        append(Self.takeSpan(&rest, "`"), base.union(.code))
      } else if character == "$", let formula = Self.takeFormula(&rest) {
        append(formula, base.union(.code))
      } else if rest.starts(with: "<!--") {
        Self.drop(&rest, through: "-->")
      } else if character == "<",
        rest.dropFirst().first.map({ $0.isLetter || $0 == "/" }) == true
      {
        Self.drop(&rest, through: ">")
      } else if rest.starts(with: "![") {
        Self.drop(&rest, through: "](")
        Self.drop(&rest, through: ")")
      } else if rest.starts(with: "](") {
        Self.drop(&rest, through: ")")
      } else if rest.starts(with: "**") {
        emphasis.formSymmetricDifference(.bold)
        rest = rest.dropFirst(2)
      } else if "*_".contains(character),
        Self.isEmphasis(previous, rest.dropFirst().first)
      {
        emphasis.formSymmetricDifference(.italic)
        rest = rest.dropFirst()
      } else if character == "[", Self.isLink(rest) {
        rest = rest.dropFirst()
      } else {
        if character == "\\", rest.count > 1 { rest = rest.dropFirst() }
        append(String(rest.removeFirst()), base.union(emphasis))
      }
    }
  }

  /// Whether a star or a line between these begins or ends emphasis: it does not within a
  /// word or between spaces.
  private static func isEmphasis(_ before: Character, _ after: Character?) -> Bool {
    let after = after ?? " "
    let isWithin =
      (before.isLetter || before.isNumber) && (after.isLetter || after.isNumber)
    return !isWithin && !(before.isWhitespace && after.isWhitespace)
  }

  /// Whether the bracket is a link's: its address stands behind it.
  private static func isLink(_ text: ArraySlice<Character>) -> Bool {
    guard let end = text.firstIndex(of: "]"), end + 1 < text.endIndex else {
      return false
    }
    return text[end + 1] == "("
  }

  private static func drop(_ text: inout ArraySlice<Character>, through word: String) {
    while !text.isEmpty, !text.starts(with: word) { text = text.dropFirst() }
    text = text.dropFirst(word.count)
  }

  /// Takes a code span; a run of backticks without an end is text.
  private static func takeSpan(
    _ text: inout ArraySlice<Character>, _ sign: Character
  ) -> String {
    let length = text.prefix { $0 == sign }.count
    let opening = text.prefix(length)
    text = text.dropFirst(length)
    var end = text.startIndex
    while end < text.endIndex {
      let run = text[end...].prefix { $0 == sign }.count
      if run == length {
        let inside = String(text[..<end])
        text = text[(end + length)...]
        return inside
      }
      end += max(run, 1)
    }
    return String(opening)
  }

  /// Takes `$…$` or `$$…$$` without its signs.
  private static func takeFormula(_ text: inout ArraySlice<Character>) -> String? {
    let length = text.starts(with: "$$") ? 2 : 1
    let body = text.dropFirst(length)
    guard let first = body.first, !first.isWhitespace || length == 2,
      let end = body.firstIndex(of: "$"), end > body.startIndex
    else { return nil }
    if length == 1, body[end - 1].isWhitespace { return nil }
    text = body[end...].dropFirst(length)
    return String(body[..<end]).trimmed
  }
}
