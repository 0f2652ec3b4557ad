/// How a tensor's numbers are written.
public enum Precision: Sendable {
  /// All the bits of a `Float`.
  case float32
  /// The upper half of them, rounded to the nearest, of two equally near ones to the even
  /// one: the range of a `Float` with two to three decimal digits, in half of its bytes.
  case bfloat16
}

extension Float {
  /// The number of which these are the upper half of the bits; the others are 0.
  init(bfloat16 bits: UInt16) {
    self.init(bitPattern: UInt32(bits) << 16)
  }

  /// The upper half of the nearest number of which the lower half is 0.
  var bfloat16: UInt16 {
    let bits = bitPattern
    // A NaN stays one, and is not rounded to infinity.
    if isNaN { return UInt16(bits >> 16) | 0x40 }
    // Just below half of the last place, or half of it where that makes it even.
    return UInt16((bits + 0x7FFF + (bits >> 16 & 1)) >> 16)
  }
}
