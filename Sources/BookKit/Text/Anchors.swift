extension Markdown {
  /// The names that a link's `#name` can mean: of the headings, as GitHub makes them,
  /// and of the anchors that the text sets itself.
  func anchors(_ inlines: [Inline.Placed]) -> Set<String> {
    var anchors: Set<String> = []
    var counts: [String: Int] = [:]
    for heading in headings {
      let name = anchorName(of: heading.text)
      let count = counts[name, default: 0]
      counts[name] = count + 1
      anchors.insert(count == 0 ? name : "\(name)-\(count)")
    }
    for placed in inlines {
      if case .anchor(let name) = placed.inline { anchors.insert(name) }
    }
    return anchors
  }
}

/// The name that GitHub gives to a heading: in small letters, of letters, digits, `_` and
/// `-` only, with `-` for each space.
func anchorName(of heading: String) -> String {
  var name = ""
  for scalar in plainText(heading).lowercased().unicodeScalars {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter,
      .otherLetter, .nonspacingMark, .spacingMark, .enclosingMark, .decimalNumber,
      .connectorPunctuation:
      name.unicodeScalars.append(scalar)
    default:
      if scalar == "-" || scalar == " " { name += "-" }
    }
  }
  return name
}

/// The text of a heading or a line as a reader sees it: without the marks of code,
/// emphasis, links and tags.
func plainText(_ markdown: String) -> String {
  var text = ""
  var rest = Array(markdown)[...]
  while let character = rest.popFirst() {
    switch character {
    case "\\":
      if let next = rest.popFirst() { text.append(next) }
    case "`":
      let length = 1 + rest.prefix { $0 == "`" }.count
      rest = rest.dropFirst(length - 1)
      while let next = rest.popFirst() {
        if next == "`" {
          rest = rest.dropFirst(rest.prefix { $0 == "`" }.count)
          break
        }
        text.append(next)
      }
    case "<" where rest.first.map { $0.isLetter || $0 == "/" || $0 == "!" } ?? false:
      rest = rest.drop { $0 != ">" }.dropFirst()
    case "]" where rest.first == "(":
      rest = rest.drop { $0 != ")" }.dropFirst()
    case "*", "[", "]": break
    case "_":
      // Within a word it is a letter, at its edge it means emphasis.
      let isWithin =
        (text.last?.isLetter ?? false || text.last?.isNumber ?? false)
        && (rest.first?.isLetter ?? false || rest.first?.isNumber ?? false)
      if isWithin { text.append(character) }
    default: text.append(character)
    }
  }
  return text
}
