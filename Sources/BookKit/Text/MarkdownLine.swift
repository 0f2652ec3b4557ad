// What the beginning of a line means in Markdown.

extension StringProtocol {
  /// Whether there is nothing to see.
  var isBlank: Bool { allSatisfy(\.isWhitespace) }

  /// The text without the white space around it.
  var trimmed: String {
    String(drop(while: \.isWhitespace)).trimmedEnd
  }

  /// The text without the white space behind it.
  var trimmedEnd: String {
    String(prefix(count - reversed().prefix(while: \.isWhitespace).count))
  }

  /// How many columns of spaces it begins with.
  var indentation: Int { prefix { $0 == " " }.count }
}

extension String {
  /// The quote marks before the text, at most so many: `> > x` is `"> > "`, 2 and `"x"`.
  func splitQuote(
    atMost limit: Int = .max
  ) -> (quote: String, depth: Int, text: Substring) {
    var text = self[...]
    var depth = 0
    while depth < limit, text.indentation < 4,
      text.dropFirst(text.indentation).first == ">"
    {
      text = text.dropFirst(text.indentation + 1)
      if text.first == " " { text = text.dropFirst() }
      depth += 1
    }
    return (String(prefix(count - text.count)), depth, text)
  }
}

extension Substring {
  /// Whether the line closes the fence, whose list item begins at the column.
  func closes(_ fence: Fence, column: Int) -> Bool {
    let text = trimmed
    return text.count >= fence.length && text.allSatisfy { $0 == fence.character }
      && indentation - column < 4
  }

  /// The width of `- `, `* `, `+ `, `1. ` or `1) ` with the spaces that follow.
  var listMarkerWidth: Int? {
    let digits = prefix { $0.isASCII && $0.isNumber }.count
    let rest = dropFirst(digits)
    guard let mark = rest.first,
      digits == 0 ? "-*+".contains(mark) : ".)".contains(mark)
    else { return nil }
    let spaces = rest.dropFirst().indentation
    guard digits < 10, spaces > 0, !isThematicBreak else { return nil }
    // More than four spaces are one, and code that is indented.
    return digits + 1 + (spaces > 4 ? 1 : spaces)
  }

  /// `---`, `* * *` and the like.
  private var isThematicBreak: Bool {
    let marks = filter { !$0.isWhitespace }
    return marks.count >= 3 && "-*_".contains(marks.first!)
      && marks.allSatisfy { $0 == marks.first }
  }

  /// The character, length and language of a fence.
  var fenceOpening: (character: Character, length: Int, info: String)? {
    guard let first, first == "`" || first == "~" else { return nil }
    let length = prefix { $0 == first }.count
    let info = dropFirst(length).trimmed
    guard length >= 3, first == "~" || !info.contains("`") else { return nil }
    return (first, length, info)
  }

  /// 1 for `# heading`, to 6.
  var headingLevel: Int? {
    let level = prefix { $0 == "#" }.count
    guard (1...6).contains(level) else { return nil }
    return dropFirst(level).first.map { $0 == " " } ?? true ? level : nil
  }

  /// The text of `# heading #`.
  var headingText: String {
    let text = drop { $0 == "#" }.trimmed
    let open = text.prefix(text.count - text.reversed().prefix { $0 == "#" }.count)
    return open.isEmpty || open.last == " " ? open.trimmed : text
  }

  /// The level of the heading that the line underlines.
  var underlineLevel: Int? {
    let marks = trimmed
    if !marks.isEmpty, marks.allSatisfy({ $0 == "=" }) { return 1 }
    return marks.count > 1 && marks.allSatisfy { $0 == "-" } ? 2 : nil
  }

  /// Whether an HTML block begins here, which goes on to the next blank line.
  var startsHTML: Bool {
    guard first == "<" else { return false }
    let name = dropFirst().drop { $0 == "/" }.prefix { $0.isLetter || $0.isNumber }
    return Self.htmlBlocks.contains(name.lowercased())
  }

  private static let htmlBlocks: Set<String> = [
    "blockquote", "center", "dd", "details", "div", "dl", "dt", "figcaption", "figure",
    "h1", "h2", "h3", "h4", "h5", "h6", "hr", "li", "ol", "p", "section", "summary",
    "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
  ]
}
