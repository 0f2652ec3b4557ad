/// Whether the headings count: chapters and what is numbered below them from 1, appendices
/// from A, each without a gap; and whether `Exercises of chapter 3` stands in chapter 3.
struct HeadingCheck {
  private let book: Book

  init(_ book: Book) {
    self.book = book
  }

  /// All problems.
  var problems: [Problem] {
    var problems: [Problem] = []
    var (chapter, appendix, item) = (0, 0, 0)
    for heading in book.headings {
      func expect(_ expected: String, _ found: String) {
        guard expected != found else { return }
        problems.append(
          Problem(book.path, heading.line + 1, "expected \(expected), found \(found)"))
      }
      if heading.level == 2 {
        item = 0
        if let number = heading.number {
          chapter += 1
          expect("chapter \(chapter)", "chapter \(number)")
        } else if let letter = heading.text.firstMatch(of: /^(?:Appendix|附录) (\w)/)?.1 {
          let letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
          expect(
            "appendix \(letters.dropFirst(appendix).first ?? "?")", "appendix \(letter)"
          )
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
