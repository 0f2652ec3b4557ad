/// Where a trial changes a file: in a page what is marked, commands, tables, formulas,
/// links and tags and, where it is no book, all of its text.
struct MutationPlace {
  let kind: String
  let path: String
  /// Bytes of the file.
  let bytes: Range<Int>
}

extension Book {
  var mutationPlaces: [MutationPlace] {
    var starts = [0]
    for line in lines { starts.append(starts.last! + line.utf8.count + 1) }
    var places: [MutationPlace] = []
    func add(_ kind: String, _ line: Int, _ columns: Range<Int>) {
      let bytes = starts[line] + columns.lowerBound..<starts[line] + columns.upperBound
      places.append(MutationPlace(kind: kind, path: path, bytes: bytes))
    }
    func add(_ kind: String, _ line: Int) {
      add(kind, line, 0..<lines[line].utf8.count)
    }
    /// A text that stands in the line, unless it goes on in the next one.
    func add(_ kind: String, _ text: String, _ line: Int) {
      guard let range = lines[line].firstRange(of: text), !text.isEmpty else { return }
      let start = lines[line][..<range.lowerBound].utf8.count
      add(kind, line, start..<start + text.utf8.count)
    }
    for placed in marks {
      add("marks", placed.text, placed.line)
      switch (placed.subject, placed.mark) {
      case (.number(let columns), _): add("marked numbers", placed.line, columns)
      case (.fence(let fence), .listing):
        for line in fence.content { add("marked listings", line) }
      case (.fence(let fence), .output):
        for line in fence.content { add("marked outputs", line) }
      default: break
      }
    }
    for command in quotedCommands { add("commands", command.text, command.line) }
    for formula in formulas { add("formulas", "$\(formula.text)$", formula.line) }
    for fence in fences where fence.language == "math" {
      for line in fence.content { add("formulas", line) }
    }
    for link in links { add("links", link.target, link.line) }
    for picture in pictures { add("pictures", picture.target, picture.line) }
    for row in rows { add("tables", row) }
    let code = Set(fences.flatMap(\.content))
    for line in lines.indices where !code.contains(line) {
      for tag in ["<details>", "</details>", "<summary>", "</summary>"] {
        add("tags", tag, line)
      }
      if path.hasPrefix("README") { add("README.md", line) }
    }
    return places
  }
}
