/// Whether every number of the prose is proven: marked as a value or a calculation, or
/// standing in a fence, a formula, code or a table of its chapter. Chapters without a
/// number, such as an appendix, may quote the whole book.
///
/// Whole numbers up to 10 and years are free, since they count and date what the prose
/// tells, and so are numbers that belong to a name, such as Swift 6.3 or float32.
struct NumberCheck {
  private let book: Book

  init(_ book: Book) {
    self.book = book
  }

  /// All problems.
  var problems: [Problem] {
    let chapters = book.headings.filter { $0.level == 2 }
    /// The index of the chapter that a line is in.
    func chapter(_ line: Int) -> Int { chapters.lastIndex { $0.line <= line } ?? -1 }
    var known: [Int: Set<Double>] = [:]
    func learn(_ text: String, _ line: Int) {
      known[chapter(line), default: []].formUnion(
        text.replacing("_", with: "").utf8.numbers.compactMap { Double($0.text) })
    }
    for fence in book.fences {
      for line in fence.content { learn(book.lines[line], line) }
    }
    for placed in book.marks {
      guard case .number(let columns) = placed.subject else { continue }
      let bytes = Array(book.lines[placed.line].utf8)[columns]
      learn(String(decoding: bytes, as: UTF8.self), placed.line)
    }
    for span in book.code + book.formulas { learn(span.text, span.line) }
    for (line, text) in book.lines.enumerated() where text.hasPrefix("|") {
      learn(text, line)
    }
    let all = known.values.reduce(into: Set<Double>()) { $0.formUnion($1) }
    return book.numbers.compactMap { number in
      let chapter = chapter(number.line)
      let isNumbered =
        chapters.indices.contains(chapter) && chapters[chapter].number != nil
      let known = isNumbered ? known[chapter] ?? [] : all
      let isYear = Int(number.text).map { (1900...2100).contains($0) } ?? false
      if number.isName || number.isCount || isYear || known.contains(number.value)
        || known.contains(Double(number.text)!)
      {
        return nil
      }
      return Problem(
        book.path, number.line + 1,
        "\(number.text) stands nowhere else in its chapter: it needs a book:value or "
          + "book:expr")
    }
  }
}

extension Sequence<UInt8> {
  /// The numbers of a text, without the commas between their digits, and their bytes.
  var numbers: [(range: Range<Int>, text: String)] {
    let bytes = Array(self) + [0, 0]
    func isDigit(_ index: Int) -> Bool {
      UInt8(ascii: "0")...UInt8(ascii: "9") ~= bytes[index]
    }
    var numbers: [(range: Range<Int>, text: String)] = []
    var index = 0
    while index < bytes.count - 2 {
      guard isDigit(index) else {
        index += 1
        continue
      }
      let start = index
      var text = ""
      var isFraction = false
      while true {
        if isDigit(index) {
          text.unicodeScalars.append(UnicodeScalar(bytes[index]))
        } else if bytes[index] == UInt8(ascii: "."), isDigit(index + 1), !isFraction {
          text += "."
          isFraction = true
        } else if bytes[index] != UInt8(ascii: ",") || !isDigit(index + 1) {
          break
        }
        index += 1
      }
      numbers.append((start..<index, text))
    }
    return numbers
  }
}
