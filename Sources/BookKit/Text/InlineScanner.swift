/// Finds the inline elements of a paragraph. Code spans and formulas are passed over:
/// what looks like a mark in them is text.
struct InlineScanner {
  private(set) var found: [Inline.Placed] = []

  private let text: [Character]
  /// The offset at which each line begins.
  private let starts: [Int]
  private let firstLine: Int
  private var position = 0
  /// Where the brackets that are still open stand, and whether `!` stands before.
  private var brackets: [(start: Int, isImage: Bool)] = []

  /// The lines of a paragraph, the first of which has the index `firstLine`.
  init(_ lines: [String], from firstLine: Int) {
    var text: [Character] = []
    var starts: [Int] = []
    for line in lines {
      starts.append(text.count)
      text += Array(line) + ["\n"]
    }
    (self.text, self.starts, self.firstLine) = (text, starts, firstLine)
  }

  mutating func scan() {
    while position < text.count {
      switch text[position] {
      case "\\": position += 2
      case "`": skipCode()
      case "$": skipFormula()
      case "<": readAngle()
      case "!" where peek(1) == "[":
        brackets.append((position, true))
        position += 2
      case "[":
        brackets.append((position, false))
        position += 1
      case "]": readBracketEnd()
      default: position += 1
      }
    }
  }

  private func peek(_ offset: Int) -> Character? {
    text.indices.contains(position + offset) ? text[position + offset] : nil
  }

  private func matches(_ word: String, at start: Int) -> Bool {
    start + word.count <= text.count && text[start...].starts(with: word)
  }

  private func find(_ word: String, from start: Int) -> Int? {
    (start..<max(start, text.count)).first { matches(word, at: $0) }
  }

  private mutating func add(_ inline: Inline, from start: Int) {
    let line = starts.lastIndex { $0 <= start }!
    let end = line + 1 < starts.count ? starts[line + 1] - 1 : text.count - 1
    found.append(
      Inline.Placed(
        inline: inline, line: firstLine + line,
        columns: start - starts[line]..<min(position, end) - starts[line]))
  }

  /// From a run of backticks to the next of the same length; a run without is text.
  private mutating func skipCode() {
    let length = text[position...].prefix { $0 == "`" }.count
    position += length
    var next = position
    while next < text.count {
      guard text[next] == "`" else {
        next += 1
        continue
      }
      let run = text[next...].prefix { $0 == "`" }.count
      next += run
      if run == length {
        position = next
        return
      }
    }
  }

  /// `$$…$$`, or `$…$` with no space inside of the signs and no digit behind.
  private mutating func skipFormula() {
    if peek(1) == "$" {
      position = find("$$", from: position + 2).map { $0 + 2 } ?? position + 2
      return
    }
    defer { position += 1 }
    guard let next = peek(1), !next.isWhitespace else { return }
    let closing = (position + 2..<max(position + 2, text.count)).first { end in
      text[end] == "$" && !text[end - 1].isWhitespace
        && !(end + 1 < text.count && text[end + 1].isNumber)
    }
    if let closing { position = closing }
  }

  /// A comment, a tag or an address in angle brackets.
  private mutating func readAngle() {
    let start = position
    if matches("<!--", at: start) {
      guard let end = find("-->", from: start + 4) else {
        position += 4
        return
      }
      position = end + 3
      add(.comment(String(text[start + 4..<end]).trimmed), from: start)
      return
    }
    guard let next = peek(1), next.isLetter || next == "/",
      let end = text[start...].firstIndex(of: ">")
    else {
      position += 1
      return
    }
    position = end + 1
    let tag = HTMLTag(String(text[start + 1..<end]))
    if let name = tag["id"] ?? (tag.name == "a" ? tag["name"] : nil) {
      add(.anchor(name), from: start)
    }
    if tag.name == "a", let target = tag["href"] {
      add(.link(target: target), from: start)
    }
    if tag.name == "img", let target = tag["src"] {
      add(.image(target: target, alt: tag["alt"] ?? ""), from: start)
    }
  }

  /// What follows `]` says what the brackets are.
  private mutating func readBracketEnd() {
    position += 1
    guard let (start, isImage) = brackets.popLast() else { return }
    let words = String(text[(start + (isImage ? 2 : 1))..<position - 1])
    if let (target, end) = destination(from: position) {
      position = end
      add(
        isImage ? .image(target: target, alt: words.trimmed) : .link(target: target),
        from: start)
    } else if peek(0) == ":", !isImage, starts.contains(start) {
      let line = text[(position + 1)...].prefix { $0 != "\n" }
      let target =
        String(line).trimmed.split(separator: " ").first.map(String.init) ?? ""
      position += 1 + line.count
      add(.definition(label: words, target: target), from: start)
    } else if peek(0) == "[", peek(1) != "]",
      let end = text[position...].firstIndex(of: "]")
    {
      let label = String(text[position + 1..<end])
      position = end + 1
      add(.reference(label: label), from: start)
    } else if words.hasPrefix("^") {
      add(.reference(label: words), from: start)
    }
  }

  /// `(target "title")` from the position on, and the position behind it.
  private func destination(from start: Int) -> (target: String, end: Int)? {
    guard start < text.count, text[start] == "(" else { return nil }
    var depth = 0
    var end = start
    while end < text.count {
      if text[end] == "\\" {
        end += 1
      } else if text[end] == "(" {
        depth += 1
      } else if text[end] == ")" {
        depth -= 1
        if depth == 0 { break }
      }
      end += 1
    }
    guard end < text.count else { return nil }
    var inside = String(text[start + 1..<end]).trimmed
    if inside.hasPrefix("<"), let close = inside.firstIndex(of: ">") {
      return (String(inside[inside.index(after: inside.startIndex)..<close]), end + 1)
    }
    if let space = inside.firstIndex(where: \.isWhitespace) {
      inside = String(inside[..<space])
    }
    return (inside, end + 1)
  }
}

/// The name and the attributes of an HTML tag.
private struct HTMLTag {
  let name: String
  private var attributes: [String: String] = [:]

  /// What stands between `<` and `>`.
  init(_ text: String) {
    name = text.prefix { !$0.isWhitespace && $0 != "/" }.lowercased()
    var rest = text.drop { !$0.isWhitespace }
    while let equals = rest.firstIndex(of: "=") {
      let key = rest[..<equals].trimmed.split(separator: " ").last ?? ""
      let value = rest[equals...].dropFirst().drop(while: \.isWhitespace)
      if let quote = value.first, quote == "\"" || quote == "'" {
        let inside = value.dropFirst().prefix { $0 != quote }
        attributes[key.lowercased()] = String(inside)
        rest = rest[inside.endIndex...].dropFirst()
      } else {
        let word = value.prefix { !$0.isWhitespace }
        attributes[key.lowercased()] = String(word)
        rest = rest[word.endIndex...]
      }
    }
  }

  subscript(key: String) -> String? { attributes[key] }
}
