/// Where a trial changes a page: what is marked, commands, tables, formulas, links, tags.
struct MutationPlaces {
  let kind: String
  let path: String
  /// Bytes of the file.
  let bytes: Range<Int>

  /// The places of a page.
  static func of(_ book: Book) -> [MutationPlaces] {
    var starts: [Int] = []
    var end = 0
    for line in book.lines {
      starts.append(end)
      end += line.utf8.count + 1
    }
    starts.append(end)
    var places: [MutationPlaces] = []
    func add(_ kind: String, _ bytes: Range<Int>) {
      places.append(MutationPlaces(kind: kind, path: book.path, bytes: bytes))
    }
    func add(_ kind: String, line: Int) {
      add(kind, starts[line]..<starts[line + 1] - 1)
    }
    /// What stands in the line or, if it goes on, in the next ones.
    func add(_ kind: String, _ text: String, line: Int) {
      let bytes = Array(book.lines[line].utf8)
      let wanted = Array(text.utf8)
      guard !wanted.isEmpty, bytes.count >= wanted.count else { return }
      for start in 0...bytes.count - wanted.count
      where bytes[start...].starts(with: wanted) {
        add(kind, starts[line] + start..<starts[line] + start + wanted.count)
        return
      }
    }
    for placed in book.marks {
      switch placed.subject {
      case .fence(let fence):
        add("marks", line: placed.line)
        switch placed.mark {
        case .listing: for line in fence.content { add("marked listings", line: line) }
        case .output: for line in fence.content { add("marked outputs", line: line) }
        default:
          for line in fence.content where fence.language == "sh" {
            add("commands", line: line)
          }
        }
      case .number(let columns):
        let start = starts[placed.line]
        add("marked numbers", start + columns.lowerBound..<start + columns.upperBound)
        add("marks", placed.mark.source, line: placed.line)
      }
    }
    for code in book.code
    where code.text.hasPrefix("swift run") || code.text.hasPrefix("make ") {
      add("commands", code.text, line: code.line)
    }
    for formula in book.formulas {
      add("formulas", "$\(formula.text)$", line: formula.line)
    }
    for link in book.links { add("links", link.target, line: link.line) }
    for picture in book.pictures { add("pictures", picture.path, line: picture.line) }
    for number in book.numbers {
      add("numbers of the prose", number.text, line: number.line)
    }
    for (line, text) in book.lines.enumerated() {
      if text.hasPrefix("|") {
        for (column, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "|") {
          add("bars of tables", starts[line] + column..<starts[line] + column + 1)
        }
      } else if text.hasPrefix("<details") || text.hasPrefix("</details")
        || text.hasPrefix("<summary")
      {
        for word in ["<details>", "</details>", "<summary>", "</summary>"] {
          add("tags", word, line: line)
        }
      }
    }
    return places
  }
}
