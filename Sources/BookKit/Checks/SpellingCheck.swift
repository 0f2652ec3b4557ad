import Files

/// Whether the words of README.md and of the book's tables are spelt right, as far as the
/// package's own texts can tell: one that stands in no other place, and is a letter from
/// one that does, is taken for a slip. Two letters are too few to tell.
///
/// Other prose has too many words that are rare and right for such a rule.
struct SpellingCheck {
  /// The originals: book.md and README.md.
  private let pages: [Book]
  /// How often each word stands in the originals and the sources.
  private var counts: [String: Int] = [:]

  init(_ pages: [Book], in workspace: Workspace) throws {
    self.pages = pages
    let sources = try ["Chapters", "Sources", "Tests"].flatMap(workspace.files)
      .filter { $0.hasSuffix(".swift") }
      .map { try readWhole(workspace.location($0), limit: 1 << 26) }
    for word in (pages.map { Array($0.text.utf8) } + sources).flatMap(\.latinWords) {
      counts[word, default: 0] += 1
    }
  }

  /// All problems.
  var problems: [Problem] {
    pages.flatMap { page in
      let lines = page.path == "README.md" ? Array(page.lines.indices) : page.rows
      return lines.flatMap { line in
        page.lines[line].outsideCode.utf8.latinWords
          .filter { $0.utf8.count > 2 && counts[$0] == 1 }
          .compactMap { word in
            neighbour(of: word).map { other in
              page.problem(line, "\(word) stands nowhere else: is it \(other)?")
            }
          }
      }
    }
  }

  /// The most frequent word that is this one but for a letter.
  private func neighbour(of word: String) -> String? {
    let letters = Array(word.utf8)
    let words = letters.indices.flatMap { index in
      (UInt8(ascii: "a")...UInt8(ascii: "z")).map { letter in
        var other = letters
        other[index] = letter
        return String(decoding: other, as: UTF8.self)
      }
    }
    return words.filter { $0 != word && counts[$0] != nil }.max {
      (counts[$0]!, $0) < (counts[$1]!, $1)
    }
  }
}

extension String {
  /// A line without what stands between its backticks, which twins compare.
  fileprivate var outsideCode: String {
    split(separator: "`", omittingEmptySubsequences: false).enumerated()
      .filter { $0.offset.isMultiple(of: 2) }
      .map(\.element).joined(separator: " ")
  }
}
