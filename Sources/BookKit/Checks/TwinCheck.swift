/// Whether a page and its translation have kept together. Both have headings of the same
/// levels and, below each, the same marks, pictures, exercises, solutions, commands and
/// rows of tables in the same order, and the same formulas, code, links and numbers in
/// the order that suits the language, code and numbers up to 10 as often as suits it.
/// Words are free, also in `\text{…}` of a formula and behind `#` in a command; but a
/// Latin word in a line of Chinese or of a table stands in the original, too.
struct TwinCheck {
  private let original: Book
  private let translation: Book

  init(_ original: Book, _ translation: Book) {
    (self.original, self.translation) = (original, translation)
  }

  /// All that stands in one of them only, in its own file and with its place in the other.
  var problems: [Problem] {
    let top = TwinItem("the top", "", 0)
    let problems = differences([top] + original.levels, [top] + translation.levels)
    // Without the same headings nobody knows which sections belong together.
    return unknownWords
      + (problems.isEmpty
        ? zip(original.sections, translation.sections).flatMap(differences) : problems)
  }

  /// Names and terms, as of Swift or in brackets, that the original does not know.
  private var unknownWords: [Problem] {
    let known = Set("\(original.text)\(translation.language)".utf8.latinWords)
    return translation.lines.enumerated().flatMap { line, text in
      (text.hasPrefix("|") || text.contains(where: \.isWide)
        ? text.utf8.latinWords : [])
        .filter { !known.contains($0) }
        .map { word in
          translation.problem(
            line, "the word \(word) does not stand in \(original.path)")
        }
    }
  }

  /// Compares what stands below two first items, which belong together.
  private func differences(_ old: [TwinItem], _ new: [TwinItem]) -> [Problem] {
    losses(original, old, translation, new) + losses(translation, new, original, old)
  }

  /// What stands on the page and not on the other.
  private func losses(
    _ page: Book, _ items: [TwinItem], _ other: Book, _ others: [TwinItem]
  ) -> [Problem] {
    var (lost, surplus): ([TwinItem], [TwinItem]) = ([], [])
    let changes = items.dropFirst().difference(from: others.dropFirst()) {
      $0.text == $1.text
    }
    for change in changes {
      switch change {
      case .insert(_, let item, _): lost.append(item)
      case .remove(_, let item, _): surplus.append(item)
      }
    }
    let kept = zip(
      items.filter { !lost.contains($0) }, others.filter { !surplus.contains($0) })
    return lost.map { item in
      // Its place there is that of another of its kind that is too many, or that of what
      // stands before.
      let before = kept.filter { $0.0.line <= item.line }.max { $0.0.line < $1.0.line }
      let place = surplus.first { $0.kind == item.kind } ?? before!.1
      return page.problem(
        item.line,
        "\(item.kind) \(item.text) has no twin at \(other.path):\(place.line + 1)")
    }
  }
}

/// Something that stands in both pages.
private struct TwinItem: Equatable {
  let kind: String
  let text: String
  let line: Int
  /// Whether a page may say it again where the other says "it".
  let mayRepeat: Bool

  init(_ kind: String, _ text: String, _ line: Int, mayRepeat: Bool = false) {
    (self.kind, self.text, self.line) = (kind, text, line)
    self.mayRepeat = mayRepeat
  }
}

extension Book {
  fileprivate var levels: [TwinItem] {
    headings.map {
      TwinItem("the heading", String(repeating: "#", count: $0.level), $0.line)
    }
  }

  /// For each section its first line, what has an order, and what has none, by its text.
  fileprivate var sections: [[TwinItem]] {
    let (ordered, loose) = (ordered.sorted { $0.line < $1.line }, loose)
    let starts = [0] + headings.map(\.line)
    return zip(starts, starts.dropFirst() + [lines.count]).map { start, end in
      func own(_ items: [TwinItem]) -> [TwinItem] {
        items.filter { (start..<end).contains($0.line) }
      }
      var said: Set<[String]> = []
      return [TwinItem("the section", "", start)] + own(ordered)
        + own(loose)
        .filter { !$0.mayRepeat || said.insert([$0.kind, $0.text]).inserted }
        .sorted { ($0.kind, $0.text) < ($1.kind, $1.text) }
    }
  }

  private var ordered: [TwinItem] {
    var items = exercises.map { TwinItem("exercise", "\($1)", $0) }
    items += marks.map { TwinItem("the mark", $0.text, $0.line) }
    items += pictures.map { TwinItem("the picture", $0.target, $0.line) }
    let shown = marks.filter { $0.mark.reference != nil }.map(\.subject)
    for fence in fences where !shown.contains(.fence(fence)) {
      items += fence.content.map { line in
        let isCommented = fence.language == "sh" || fence.language == "python"
        let text = isCommented ? String(lines[line].prefix { $0 != "#" }) : lines[line]
        return TwinItem("the line", text.withoutWords.trimmed, line)
      }
    }
    items += rows.map { row in
      TwinItem("a row of", "\(lines[row].count { $0 == "|" } - 1) cells", row)
    }
    items += lines.indices.filter { lines[$0] == "<details>" }
      .map { TwinItem("the tag", "<details>", $0) }
    return items
  }

  private var loose: [TwinItem] {
    let anchors = anchors
    var items = formulas.map { TwinItem("the formula", $0.text.withoutWords, $0.line) }
    items += code.map {
      TwinItem("the code", $0.text.withoutLanguage, $0.line, mayRepeat: true)
    }
    items += numbers.map {
      TwinItem("the number", $0.value.python, $0.line, mayRepeat: $0.isCount)
    }
    items += links.map { link in
      let heading = anchors[String(link.target.dropFirst())]
        .flatMap { headings.firstIndex(of: $0) }
      let file = String(link.target.prefix { $0 != "#" })
      let place =
        heading.map { "to heading \($0 + 1)" } ?? "to \(file.withoutLanguage)"
      return TwinItem("the link", place, link.line)
    }
    return items
  }
}

extension Sequence<UInt8> {
  /// Words of at least two Latin letters, in small letters.
  var latinWords: [String] {
    map { $0 | 0x20 }.split { !(UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0) }
      .filter { $0.count > 1 }.map { String(decoding: $0, as: UTF8.self) }
  }
}

extension String {
  /// A path such as `book.zh.md` as that of the original.
  fileprivate var withoutLanguage: String {
    hasSuffix(".md") ? replacing(/\.[a-z]+\.md$/, with: ".md") : self
  }

  /// A formula without what `\text{…}` says.
  fileprivate var withoutWords: String {
    contains("\\text{") ? replacing(/\\text\{[^}]*\}/, with: "\\text{}") : self
  }
}
