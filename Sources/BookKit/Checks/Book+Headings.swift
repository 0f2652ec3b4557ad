extension Book {
  /// Whether the headings count: chapters and what is numbered below them from 1,
  /// appendices from A, each without a gap; and whether `Exercises of chapter 3` stands in
  /// chapter 3.
  mutating func checkHeadings() {
    var (chapter, appendix, item) = (0, 0, 0)
    for heading in headings {
      func expect(_ kind: String, _ expected: String, _ found: String) {
        if expected != found {
          complain(heading.line, "expected \(kind) \(expected), found \(kind) \(found)")
        }
      }
      let words = heading.text.split(separator: " ")
      if heading.level == 2 {
        item = 0
        if let number = heading.number {
          chapter += 1
          expect("chapter", "\(chapter)", "\(number)")
        } else if words.count > 1, ["Appendix", "附录"].contains(words[0]) {
          let letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".dropFirst(appendix).first ?? "?"
          expect("appendix", "\(letter)", "\(words[1].first!)")
          appendix += 1
        }
      } else if let number = heading.number {
        item += 1
        expect("number", "\(item)", "\(number)")
      }
      for quotation in Quotation.all(in: heading.text) where quotation.kind == .chapter
      {
        expect("chapter", "\(chapter)", "\(quotation.number)")
      }
    }
  }
}
