extension Book {
  /// Where the headings do not count: chapters and what is numbered below them from 1,
  /// appendices from A, each without a gap; or where `Exercises of chapter 3` does not
  /// stand in chapter 3.
  var headingProblems: [Problem] {
    var problems: [Problem] = []
    var (chapter, appendix, item) = (0, 0, 0)
    for heading in headings {
      func expect(_ expected: String, _ found: String) {
        if expected != found {
          problems.append(
            problem(heading.line, "expected \(expected), found \(found)"))
        }
      }
      let words = heading.text.split(separator: " ")
      if heading.level == 2 {
        item = 0
        if let number = heading.number {
          chapter += 1
          expect("chapter \(chapter)", "chapter \(number)")
        } else if words.count > 1, ["Appendix", "附录"].contains(words[0]) {
          let letter = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".dropFirst(appendix).first ?? "?"
          expect("appendix \(letter)", "appendix \(words[1].first!)")
          appendix += 1
        }
      } else if let number = heading.number {
        item += 1
        expect("number \(item)", "number \(number)")
      }
      for quotation in Quotation.all(in: heading.text) where quotation.kind == .chapter
      {
        expect("chapter \(chapter)", "chapter \(quotation.number)")
      }
    }
    return problems
  }
}
