/// What stands within a paragraph and matters to the book.
enum Inline: Equatable, Sendable {
  /// `<!-- text -->`
  case comment(String)
  /// `[text](target)`, `<a href="target">`
  case link(target: String)
  /// `![alt](target)`, `<img src="target" alt="alt">`
  case image(target: String, alt: String)
  /// `[text][label]`, and `[^label]`
  case reference(label: String)
  /// `[label]: target`
  case definition(label: String, target: String)
  /// `<a id="name">` and `<a name="name">`
  case anchor(String)

  /// Where it stands: the index of the line and the characters in it, up to the line's
  /// end where it goes on beyond.
  struct Placed: Equatable, Sendable {
    let inline: Inline
    let line: Int
    let columns: Range<Int>
  }
}

extension Markdown {
  /// All comments, links, pictures and anchors outside of code and formulas.
  var inlines: [Inline.Placed] {
    paragraphs.flatMap { range in
      var scanner = InlineScanner(lines[range].map(\.text), from: range.lowerBound)
      scanner.scan()
      return scanner.found
    }
  }
}
