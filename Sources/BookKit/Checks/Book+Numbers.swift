extension Book {
  /// Whether every number of the prose is proven: marked as a value or a calculation, or
  /// standing in a fence, a formula, code or a table of its chapter. Chapters without a
  /// number, such as an appendix, may quote the whole book.
  ///
  /// Whole numbers up to 10 and years are free, since they count and date what the prose
  /// tells, and so are numbers that belong to a name, such as Swift 6.3 or float32.
  mutating func checkNumbers() {
    /// By the line of their chapter's heading.
    var known: [Int?: Set<Double>] = [:]
    func learn(_ text: String, _ line: Int) {
      known[chapter(of: line)?.line, default: []].formUnion(
        text.unicodeScalars.filter { $0 != "_" }.numbers.map { Double($0.text)! })
    }
    for line in fences.flatMap(\.content) + rows { learn(lines[line], line) }
    for span in code + formulas { learn(span.text, span.line) }
    for case (let line, .number(let place)) in marks.map({ ($0.line, $0.subject) }) {
      learn(String(decoding: Array(lines[line].utf8)[place], as: UTF8.self), line)
    }
    let all = known.values.reduce(into: Set<Double>()) { $0.formUnion($1) }
    for number in numbers where !number.isName && !number.isCount && !number.isYear {
      let chapter = chapter(of: number.line)
      let known = chapter?.number == nil ? all : known[chapter?.line] ?? []
      if known.isDisjoint(with: [number.value, Double(number.text)!]) {
        complain(
          number.line,
          "\(number.text) stands nowhere else in its chapter: it needs a book:value or "
            + "book:expr")
      }
    }
  }
}

extension Sequence<Unicode.Scalar> {
  /// The numbers of a text, without the commas between their digits, and where they stand.
  var numbers: [(range: Range<Int>, text: String)] {
    let scalars = Array(self) + ["\0", "\0"]
    func isDigit(_ index: Int) -> Bool { "0"..."9" ~= scalars[index] }
    var numbers: [(range: Range<Int>, text: String)] = []
    var index = 0
    while index < scalars.count - 2 {
      let start = index
      var text = ""
      while isDigit(index)
        || !text.isEmpty && isDigit(index + 1)
          && (scalars[index] == "," || scalars[index] == "." && !text.contains("."))
      {
        if scalars[index] != "," { text.unicodeScalars.append(scalars[index]) }
        index += 1
      }
      if text.isEmpty { index += 1 } else { numbers.append((start..<index, text)) }
    }
    return numbers
  }
}
