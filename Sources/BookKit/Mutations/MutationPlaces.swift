/// Where a trial changes a page: in what is marked, commands, tables, formulas, links and
/// tags and, where it is no book, in all of its text.
struct MutationPlaces {
  let kind: String
  let path: String
  /// Bytes of the file.
  let bytes: Range<Int>

  /// The places of a page.
  static func of(_ book: Book) -> [MutationPlaces] {
    var starts = [0]
    for line in book.lines { starts.append(starts.last! + line.utf8.count + 1) }
    var places: [MutationPlaces] = []
    /// The columns of a line, or all of it.
    func add(_ kind: String, _ line: Int, _ columns: Range<Int>? = nil) {
      let columns = columns ?? 0..<book.lines[line].utf8.count
      places.append(
        MutationPlaces(
          kind: kind, path: book.path,
          bytes: starts[line] + columns.lowerBound..<starts[line] + columns.upperBound))
    }
    /// A text that stands in the line, unless it goes on in the next one.
    func add(_ kind: String, _ text: String, _ line: Int) {
      let bytes = Array(book.lines[line].utf8)
      let wanted = Array(text.utf8)
      guard !wanted.isEmpty, bytes.count >= wanted.count else { return }
      let start = (0...bytes.count - wanted.count).first {
        bytes[$0...].starts(with: wanted)
      }
      if let start { add(kind, line, start..<start + wanted.count) }
    }
    for placed in book.marks {
      add("marks", placed.text, placed.line)
      switch placed.subject {
      case .number(let columns): add("marked numbers", placed.line, columns)
      case .fence(let fence):
        for line in fence.content {
          switch placed.mark {
          case .listing: add("marked listings", line)
          case .output: add("marked outputs", line)
          default: break
          }
        }
      }
    }
    for command in book.quotedCommands { add("commands", command.text, command.line) }
    for formula in book.formulas { add("formulas", "$\(formula.text)$", formula.line) }
    for fence in book.fences where fence.language == "math" {
      for line in fence.content { add("formulas", line) }
    }
    for link in book.links { add("links", link.target, link.line) }
    for picture in book.pictures { add("pictures", picture.path, picture.line) }
    let code = Set(book.fences.flatMap(\.content))
    for (line, text) in book.lines.enumerated() where !code.contains(line) {
      if text.hasPrefix("|") { add("tables", line) }
      for word in ["<details>", "</details>", "<summary>", "</summary>"] {
        add("tags", word, line)
      }
      if book.path.hasPrefix("README") { add("README.md", line) }
    }
    return places
  }
}
