import Files

/// Something that is wrong, and where.
///
///     book.md:12: error: Chapters/2-GradientDescent/Walk.swift has no region step
public struct Problem: Error, Hashable, Sendable, CustomStringConvertible {
  /// The file's path in the package.
  public let file: String
  /// The line, counted from 1; nil where the whole file is meant.
  public let line: Int?
  /// What is wrong.
  public let message: String

  init(_ file: String, _ line: Int?, _ message: String) {
    (self.file, self.line, self.message) = (file, line, message)
  }

  /// One line, as compilers print it, with `\u{1b}` for what a terminal would obey.
  public var description: String {
    (file + ":" + (line.map { "\($0):" } ?? "") + " error: " + message).inOneLine
  }
}

extension [Problem] {
  /// Each once, by file and line.
  public var inOrder: [Problem] {
    Set(self).sorted {
      ($0.file, $0.line ?? 0, $0.message) < ($1.file, $1.line ?? 0, $1.message)
    }
  }
}
