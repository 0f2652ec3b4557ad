/// A number that another text has too, but only by a chance of 1 in 2⁶⁴: FNV-1a, after
/// Fowler, Noll and Vo. Texts that differ in one byte never share it.
///
///     var digest = Digest()
///     digest.add(Array("a".utf8))
///     digest.description  // af63dc4c8601ec8c
public struct Digest: CustomStringConvertible, Sendable {
  private var state: UInt64 = 0xCBF2_9CE4_8422_2325

  /// The digest of nothing.
  public init() {}

  /// Takes further bytes in.
  public mutating func add(_ bytes: [UInt8]) {
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
  }

  /// 16 hexadecimal digits.
  public var description: String {
    let digits = String(state, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
