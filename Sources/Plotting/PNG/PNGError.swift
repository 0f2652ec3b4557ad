import Files

/// Why a PNG file could not be read or written.
public enum PNGError: Error, Equatable, CustomStringConvertible, Sendable {
  /// The file cannot be read or written.
  case file(FileError)
  /// The bytes are those of another kind of file, which `kind` names in words.
  case otherKind(file: String, kind: String)
  /// The bytes are no PNG image, or a damaged one.
  case damaged(file: String, reason: String)
  /// The image claims to have more pixels than are read.
  case tooManyPixels(file: String, width: Int, height: Int, limit: Int)
  /// The image is interlaced and has 16 bits a channel, which are not read.
  case interlaced16Bit(file: String)
  /// libpng does not encode the image.
  case cannotEncode(file: String, reason: String)

  /// One line that names the file.
  public var description: String { text.inOneLine }

  private var text: String {
    switch self {
    case .file(let error):
      return error.description
    case .otherKind(let file, let kind):
      return "\(file): expected a PNG image, found \(kind)"
    case .damaged(let file, let reason):
      return "\(file): expected a PNG image, found damage: \(reason)"
    case .tooManyPixels(let file, let width, let height, let limit):
      return "\(file): expected at most \(limit) pixels, found \(width) × \(height)"
    case .interlaced16Bit(let file):
      return "\(file): expected 8 bits or no interlacing, found 16 bits interlaced"
    case .cannotEncode(let file, let reason):
      return "\(file): cannot be encoded: \(reason)"
    }
  }
}
