/// The generator MT19937: 624 words of state, a period of 2¹⁹⁹³⁷ − 1.
///
/// Source: M. Matsumoto and T. Nishimura, "Mersenne Twister: a 623-dimensionally
/// equidistributed uniform pseudo-random number generator", ACM TOMACS 8 (1998), with
/// the seeding of their revision of 2002.
struct MersenneTwister {
  private static let size = 624
  private static let shift = 397

  private var state: [UInt32]
  /// The next word to hand out; past the last one, the state is renewed.
  private var position = size

  // snippet.seed
  /// xᵢ = 1812433253 (xᵢ₋₁ ⊕ (xᵢ₋₁ ≫ 30)) + i, modulo 2³², from x₀ = seed.
  init(seed: UInt32) {
    state = [seed]
    state.reserveCapacity(Self.size)
    var word = seed
    for index in 1..<UInt32(Self.size) {
      word = 1_812_433_253 &* (word ^ (word >> 30)) &+ index
      state.append(word)
    }
  }
  // snippet.end

  // snippet.next
  /// The next 32 random bits.
  mutating func next() -> UInt32 {
    if position == Self.size { renew() }
    var word = state[position]
    position += 1
    // Tempering: it spreads the state's linear relations over all bits of the output.
    word ^= word >> 11
    word ^= (word << 7) & 0x9D2C_5680
    word ^= (word << 15) & 0xEFC6_0000
    word ^= word >> 18
    return word
  }
  // snippet.end

  // snippet.unit
  /// The next multiple of 2⁻⁵³ in [0, 1): 27 bits of one word, then 26 of another.
  mutating func nextUnit() -> Double {
    let high = next() >> 5
    let low = next() >> 6
    return (Double(high) * 0x1p26 + Double(low)) * 0x1p-53
  }
  // snippet.end

  /// The next integer from 0 through `limit`, all equally likely: as many bits as
  /// `limit` has, drawn again for as long as they exceed it.
  mutating func next(through limit: UInt32) -> UInt32 {
    guard limit > 0 else { return 0 }
    let mask = UInt32.max >> limit.leadingZeroBitCount
    while true {
      let value = next() & mask
      if value <= limit { return value }
    }
  }

  // snippet.twist
  /// xₖ₊₆₂₄ = xₖ₊₃₉₇ ⊕ A (the top bit of xₖ, the other 31 of xₖ₊₁), for all 624 k.
  private mutating func renew() {
    for k in 0..<Self.size {
      let next = state[(k + 1) % Self.size]
      let joined = (state[k] & 0x8000_0000) | (next & 0x7FFF_FFFF)
      let feedback: UInt32 = joined & 1 == 0 ? 0 : 0x9908_B0DF
      state[k] = state[(k + Self.shift) % Self.size] ^ (joined >> 1) ^ feedback
    }
    position = 0
  }
  // snippet.end
}
