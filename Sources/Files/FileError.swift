/// What is wrong with a file: it cannot be read or written, or it does not hold what it
/// should.
public struct FileError: Error, Equatable, CustomStringConvertible, Sendable {
  /// One line, whatever the path and the file hold:
  /// `Output/log.txt: cannot be written: No space left on device`, or
  /// `seven.png: expected a PNG image, found a JPEG image`.
  public let description: String

  /// The error that a file holds `found` where it should hold `expected`.
  public init(_ path: String, expected: String, found: String) {
    description = "\(path): expected \(expected), found \(found)".inOneLine
  }
}
