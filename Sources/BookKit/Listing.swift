/// Lines of a source file as the book shows them: moved left as far as all of them go.
struct Listing {
  /// The widest line that a listing may have, in columns.
  static let maximumWidth = 88

  /// The indices of the source's lines.
  let indices: [Int]
  let lines: [String]
  /// Lines that are too wide for the page.
  let problems: [Problem]

  /// The lines of a region, or of the whole file.
  init(of source: SourceFile, region: Range<Int>?) {
    indices = source.shownLines(of: region)
    let texts = indices.map { source.lines[$0] }
    let indent = texts.filter { !$0.isBlank }.map(\.indentation).min() ?? 0
    lines = texts.map { $0.isBlank ? "" : String($0.dropFirst(indent)) }
    problems = zip(indices, lines).filter { $1.columns > Self.maximumWidth }.map {
      Problem(
        source.path, $0 + 1,
        "expected at most \(Self.maximumWidth) columns in a listing, found \($1.columns)"
      )
    }
  }
}
