import Files

/// What is wrong with a file that should have held numbers in the IDX format.
///
///     do {
///       let digits = try Digits.load(folder: "digits")
///     } catch {
///       print(error)
///       // digits/train-labels-idx1-ubyte: expected 60000 bytes after the header, found 8
///     }
public struct IDXError: Error, Equatable, CustomStringConvertible {
  /// The path of the file, or the name of the embedded one.
  public let file: String
  /// What the file should have held.
  public let expected: String
  /// What it holds instead.
  public let found: String

  init(_ file: String, expected: String, found: String) {
    self.file = file
    self.expected = expected
    self.found = found
  }

  /// The error in one line, whatever the path is made of.
  public var description: String {
    "\(file): expected \(expected), found \(found)".inOneLine
  }
}
