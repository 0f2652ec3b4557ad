/// A fenced code block of a Markdown file.
struct Fence: Equatable, Sendable {
  /// The indices of the lines that open and close it.
  let opening: Int
  var closing: Int
  /// What stands before the fence's characters: spaces, or the marks of a quote.
  let prefix: String
  /// The backtick or tilde it is made of, and how many.
  let character: Character
  let length: Int
  /// What stands behind them: the language.
  let info: String

  /// The indices of the lines in between.
  var content: Range<Int> { opening + 1..<closing }

  /// The language in small letters, or nothing.
  var language: String {
    info.split(separator: " ").first.map { $0.lowercased() } ?? ""
  }

  /// The fence that an opening line begins, closed by another.
  func closed(at index: Int) -> Fence {
    var fence = self
    fence.closing = index
    return fence
  }

  /// The longest run of the fence's character that begins a line: a fence around such
  /// lines must be longer.
  static func longestRun(of character: Character, in lines: [String]) -> Int {
    lines.map { line in
      line.drop { $0 == " " }.prefix { $0 == character }.count
    }.max() ?? 0
  }
}
