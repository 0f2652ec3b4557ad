/// A mark of the book: a comment that says where what stands beside it comes from.
///
///     <!-- book:listing Chapters/2-GradientDescent/GradientDescent.swift#step -->
///     <!-- book:output Output/2-GradientDescent/log.txt#rate-0.1 -->
///     <!-- book:value Output/5-MLP/log.txt#accuracy %.2f -->
///     <!-- book:value Output/5-MLP/log.txt#first-loss %.2f elsewhere -->
///     <!-- book:expr 784 * 512 + 512 %,d -->
///     <!-- book:option MLP batch-size -->
///     <!-- book:run -->
///     <!-- book:skip the document's own Python -->
enum BookMark: Equatable, Sendable {
  /// The fence below shows a file, or a region of it.
  case listing(Reference)
  /// The fence below shows a log, or a region of it.
  case output(Reference)
  /// The bold number before is a value of a log.
  case value(Reference, ValueFormat)
  /// The bold number before is what comes out of a calculation.
  case expr(Expression, ValueFormat)
  /// The bold number before is what an option of a program is if it is not given.
  case option(program: String, name: String)
  /// The commands in the fence below write Output/.
  case run
  /// The fence below is written by hand, for a reason that the mark gives.
  case skip

  /// A file of the package and a name in it.
  struct Reference: Equatable, Sendable, CustomStringConvertible {
    let path: String
    let name: String?
    /// Whether it may stand in another chapter or order than in its file's.
    let isElsewhere: Bool

    init?(_ text: String, isElsewhere: Bool) {
      let parts = text.split(separator: "#", omittingEmptySubsequences: false)
      guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }) else {
        return nil
      }
      self.isElsewhere = isElsewhere
      path = String(parts[0])
      name = parts.count == 2 ? String(parts[1]) : nil
    }

    var description: String { path + (name.map { "#" + $0 } ?? "") }
  }

  /// What the mark names.
  var reference: Reference? {
    switch self {
    case .listing(let reference), .output(let reference), .value(let reference, _):
      reference
    case .expr, .option, .run, .skip: nil
    }
  }

  /// Whether it stands behind a bold number.
  var isNumber: Bool {
    switch self {
    case .value, .expr, .option: true
    case .listing, .output, .run, .skip: false
    }
  }

  /// Reads the text of a comment.
  init(_ comment: String) throws(WorkspaceError) {
    guard !comment.contains("--") else {
      throw WorkspaceError(
        "a comment with -- in it is shown by GitHub, found \(comment)")
    }
    guard let mark = Self.read(comment) else {
      throw WorkspaceError(
        """
        expected book:listing FILE#REGION, book:output LOG#REGION, \
        book:value LOG#NAME FORMAT, book:expr CALCULATION FORMAT, \
        book:option PROGRAM NAME, book:run or book:skip REASON, with a FORMAT of %d, %,d, \
        %.4f, %.2e, %g, %.1p or %s, found \(comment)
        """)
    }
    self = mark
  }

  private static func read(_ comment: String) -> BookMark? {
    var words = comment.split(whereSeparator: \.isWhitespace).map(String.init)
    let isElsewhere = words.count > 2 && words.last == "elsewhere"
    if isElsewhere { words.removeLast() }
    let reference =
      words.count > 1 ? Reference(words[1], isElsewhere: isElsewhere) : nil
    let format = ValueFormat(words.last ?? "")
    switch (words.first, words.count) {
    case ("book:listing", 2): return reference.map { .listing($0) }
    case ("book:output", 2): return reference.map { .output($0) }
    case ("book:value", 3):
      guard let reference, reference.name != nil, let format else { return nil }
      return .value(reference, format)
    case ("book:expr", 3...):
      let text = words.dropFirst().dropLast().joined(separator: " ")
      guard let expression = Expression(text), let format else { return nil }
      return .expr(expression, format)
    case ("book:option", 3): return .option(program: words[1], name: words[2])
    case ("book:run", 1): return .run
    case ("book:skip", 2...): return .skip
    default: return nil
    }
  }
}
