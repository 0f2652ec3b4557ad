/// A block of code: lines between one of three backticks or more with a language, and
/// one of as many backticks.
struct Fence: Equatable, Sendable {
  /// The indices of the lines that open and close it.
  let opening: Int
  let closing: Int
  /// What stands behind the backticks: `swift`, `text`, `sh`.
  let language: String

  /// The indices of the lines in between.
  var content: Range<Int> { opening + 1..<closing }
}
