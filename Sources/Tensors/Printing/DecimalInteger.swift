/// A natural number of any size, kept in decimal so that its digits can be read off.
struct DecimalInteger {
  /// Nine digits each, the least significant first.
  private var limbs: [UInt64] = []
  private static let base: UInt64 = 1_000_000_000

  init(_ value: UInt64) {
    limbs = [
      value % Self.base, value / Self.base % Self.base, value / Self.base / Self.base,
    ]
  }

  mutating func multiply(by factor: UInt64, times: Int) {
    // 5^13 × 10^9 still fits 64 bits, so thirteen factors go into one pass.
    for start in stride(from: 0, to: times, by: 13) {
      let factors = repeatElement(factor, count: min(13, times - start))
      multiply(by: factors.reduce(1, *))
    }
  }

  private mutating func multiply(by factor: UInt64) {
    var carry: UInt64 = 0
    for index in limbs.indices {
      let product = limbs[index] * factor + carry
      limbs[index] = product % Self.base
      carry = product / Self.base
    }
    while carry > 0 {
      limbs.append(carry % Self.base)
      carry /= Self.base
    }
  }

  /// All digits, the most significant first; some zeros may stand before them.
  var digits: [UInt8] {
    var digits: [UInt8] = []
    for var limb in limbs {
      for _ in 0..<9 {
        digits.append(UInt8(limb % 10))
        limb /= 10
      }
    }
    return digits.reversed()
  }
}
