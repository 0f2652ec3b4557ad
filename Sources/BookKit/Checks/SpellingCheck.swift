/// Whether the words of the prose are spelt right, as far as the pages know their own
/// words. One that stands nowhere else in the originals, and is another of theirs but for
/// one letter or two that have changed places, is taken for a slip. Words of two or three
/// letters are like others by chance: theirs has to be a frequent one.
struct SpellingCheck {
  private let pages: [Book]
  /// How often the originals have each word, in prose and code.
  private var counts: [String: Int] = [:]

  init(_ pages: [Book]) {
    self.pages = pages
    for page in pages where page.language.isEmpty {
      for word in page.words { counts[word.text, default: 0] += 1 }
      let code =
        page.fences.flatMap(\.content).map { page.lines[$0] } + page.code.map(\.text)
      for word in code.flatMap(\.utf8.words) { counts[word.text, default: 0] += 1 }
    }
  }

  /// All problems.
  var problems: [Problem] {
    let known = Dictionary(grouping: counts.keys, by: \.utf8.count)
    return pages.flatMap { page in
      page.words.compactMap { word in
        let isKnown = counts[word.text, default: 0] > (page.language.isEmpty ? 1 : 0)
        guard !isKnown, !Self.right.contains(word.text),
          let other = known[word.text.utf8.count]?.filter({
            word.text.isSlip(of: $0) && (word.text.utf8.count > 3 || counts[$0]! > 9)
          })
          .max(by: { (counts[$0]!, $0) < (counts[$1]!, $1) })
        else { return nil }
        return Problem(
          page.path, word.line + 1,
          "\(word.text) stands nowhere else: is it \(other)? If not, SpellingCheck.swift "
            + "lists what is right")
      }
    }
  }

  /// Words that stand once, are right, and look like others.
  private static let right = Set(
    """
    applies arm bad base bends bent billion bottou brew calm calmer cares catch chose
    compared copied copies cost cure curved curves dark die died dive dust eights even
    fail fair fear fine fives fix flew flow fog fried gone got grey grids grown hair
    halves hangs hard harm hide hill hint hosts kink knew lags lands lays leaks led li
    life lot lowers making mark mass measures mind mt pace pit plane race rely rests sa
    safe said sans shared shares slows speaks specks stacks tile tilt typed us walls
    want weighs whenever writing yours
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension String {
  /// Whether a word of the same length is another but for one letter, or for two that
  /// stand side by side and have changed places.
  fileprivate func isSlip(of other: String) -> Bool {
    let different = zip(utf8, other.utf8).enumerated().filter { $1.0 != $1.1 }
    guard different.count == 2 else { return different.count == 1 }
    let (first, second) = (different[0], different[1])
    return second.offset == first.offset + 1
      && first.element == (second.element.1, second.element.0)
  }
}

extension UInt8 {
  /// Whether it is a letter of English.
  var isLetter: Bool { 0x61...0x7A ~= self | 0x20 }
}

extension Sequence<UInt8> {
  /// The words of two letters of English or more, in small letters, and where they begin.
  var words: [(start: Int, text: String)] {
    var words: [(start: Int, text: String)] = []
    var word: [UInt8] = []
    for (index, byte) in (Array(self) + [0]).enumerated() {
      if byte.isLetter {
        word.append(byte | 0x20)
      } else if !word.isEmpty {
        if word.count > 1 {
          words.append((index - word.count, String(decoding: word, as: UTF8.self)))
        }
        word.removeAll(keepingCapacity: true)
      }
    }
    return words
  }
}
