import CDejaVu

// The boundary to the C target that holds the font.

/// The font's bytes, read as little-endian numbers of 16 bits.
struct FontFile: Sendable {
  private let bytes = [UInt8](
    UnsafeBufferPointer(start: dejavu_bytes(), count: dejavu_count()))

  /// The number at an offset, 0…65535.
  func unsigned(_ offset: Int) -> Int {
    Int(bytes[offset]) | Int(bytes[offset + 1]) << 8
  }

  /// The number at an offset, −32768…32767.
  func signed(_ offset: Int) -> Int {
    Int(Int16(truncatingIfNeeded: unsigned(offset)))
  }
}
