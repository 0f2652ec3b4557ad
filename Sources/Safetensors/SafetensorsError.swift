import Files

/// What is wrong with a file that should have held tensors in the safetensors format.
///
///     do {
///       let file = try Safetensors(reading: "weights.safetensors", limit: 1 << 24)
///     } catch {
///       print(error)
///       // weights.safetensors: expected 2408 bytes of header, found 512
///     }
public enum SafetensorsError: Error, Equatable, CustomStringConvertible, Sendable {
  /// The file cannot be read.
  case file(FileError)
  /// The file holds something else than it should.
  case unexpected(file: String, expected: String, found: String)

  /// The error in one line, whatever the path and the file hold.
  public var description: String {
    switch self {
    case .file(let error): error.description
    case .unexpected(let file, let expected, let found):
      "\(file): expected \(expected), found \(found)".inOneLine
    }
  }
}
