/// Why a PNG file could not be read or written.
public enum PNGError: Error, Equatable, CustomStringConvertible, Sendable {
  /// The system does not give the file's bytes.
  case cannotRead(file: String, reason: String)
  /// The file has more bytes than an image in it may have.
  case tooManyBytes(file: String, limit: Int)
  /// The bytes are no PNG image, or a damaged one.
  case damaged(file: String, reason: String)
  /// The image claims to have more pixels than are read.
  case tooManyPixels(file: String, width: Int, height: Int, limit: Int)
  /// The image is interlaced and has 16 bits a channel, which are not read.
  case interlaced16Bit(file: String)
  /// The system does not take the file.
  case cannotWrite(file: String, reason: String)

  /// One line that names the file.
  public var description: String {
    switch self {
    case .cannotRead(let file, let reason):
      return "\(file): cannot be read: \(reason)"
    case .tooManyBytes(let file, let limit):
      return "\(file): expected a PNG image of at most \(limit) bytes, found more"
    case .damaged(let file, let reason):
      return "\(file): expected a PNG image, found damage: \(reason)"
    case .tooManyPixels(let file, let width, let height, let limit):
      return "\(file): expected at most \(limit) pixels, found \(width) × \(height)"
    case .interlaced16Bit(let file):
      return "\(file): expected 8 bits or no interlacing, found 16 bits interlaced"
    case .cannotWrite(let file, let reason):
      return "\(file): cannot be written: \(reason)"
    }
  }
}
