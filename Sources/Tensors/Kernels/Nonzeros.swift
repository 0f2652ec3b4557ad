// Skipping zeros, and why nobody can tell.
//
// A product a·b with a = ±0 and a finite b is ±0, and adding ±0 changes no sum but −0.
// A sum starts at +0, and exact zeros keep it there: +0 + ±0 is +0, and so is x − x. It
// becomes −0 only where the exact a·b + sum lies between −2⁻¹⁵⁰ and 0, too small for a
// float. Dense arithmetic may then come back to +0 by adding +0, where the shorter sum
// stays at −0; the next product that is not zero makes both the same again. So a result
// can differ only if it is −0, and those few are summed again in full. Where B holds an
// infinity or a NaN, 0·b is NaN: such a block of B is multiplied in full.

/// Whether so many of some scalars are zero that it pays to skip them, judged by some
/// 256 of them: a sparse tile reaches 80 % of the peak, a dense one 92 %.
func isSparse(_ scalars: UnsafePointer<Float>, count: Int) -> Bool {
  // An odd step does not fall into step with rows of even length.
  let step = max(1, count / 256) | 1
  var (seen, zeros) = (0, 0)
  for index in stride(from: 0, to: count, by: step) {
    seen += 1
    zeros += scalars[index] == 0 ? 1 : 0
  }
  return 10 * zeros > 3 * seen
}

/// A bit for every scalar of some rows, set where it is not zero: bit k % 64 of word
/// k / 64, and 0 behind the last scalar. Each row begins a new word.
struct Nonzeros {
  let start: UnsafePointer<UInt64>
  let stride: Int

  /// A row of which all bits are set.
  let allSet: UnsafePointer<UInt64>
}

extension Nonzeros {
  /// The words of so many rows, in whole blocks of `SparseTile.depth` bits, and of the row
  /// of which all bits are set.
  static func wordCount(rows: Int, depth: Int) -> Int {
    let blocks = (depth + SparseTile.depth - 1) / SparseTile.depth
    return (rows + 1) * blocks * SparseTile.words
  }

  /// Marks the scalars of so many rows of A in `wordCount` words.
  init(rows: Int, depth: Int, of a: Rows, in start: UnsafeMutablePointer<UInt64>) {
    let stride = Self.wordCount(rows: 0, depth: depth)
    start.update(repeating: 0, count: rows * stride)
    for row in 0..<rows { mark(a[row], count: depth, in: start + row * stride) }
    let last = start + rows * stride
    for word in 0..<stride {
      // A shift by 64 and more gives 0.
      last[word] = .max >> UInt64(max(0, 64 * (word + 1) - depth))
    }
    self.init(start: start, stride: stride, allSet: last)
  }

  /// The words of a row.
  @inline(__always)
  subscript(row: Int) -> UnsafePointer<UInt64> { start + row * stride }

  /// The bits that begin at a multiple of 64.
  func from(column: Int) -> Nonzeros {
    Nonzeros(start: start + column / 64, stride: stride, allSet: allSet + column / 64)
  }

  /// The same rows, with no scalar taken for a zero.
  var all: Nonzeros { Nonzeros(start: allSet, stride: 0, allSet: allSet) }
}

/// Sets bit k % 64 of word k / 64 where scalar k is not zero. The words come as zeros.
@inline(__always)
private func mark(
  _ scalars: UnsafePointer<Float>, count: Int, in words: UnsafeMutablePointer<UInt64>
) {
  func setBits(at k: Int, vectors: Int) {
    UnsafeMutableRawPointer(words).storeBytes(
      of: bits(scalars + k, vectors: vectors), toByteOffset: k / 8, as: UInt32.self)
  }
  let (most, whole) = (count & ~31, count & ~7)
  for k in stride(from: 0, to: most, by: 32) { setBits(at: k, vectors: 4) }
  if most < whole { setBits(at: most, vectors: (whole - most) / 8) }
  for k in whole..<count where scalars[k] != 0 { words[k / 64] |= 1 << UInt64(k % 64) }
}

/// A bit for every scalar of up to 4 vectors of 8. Each lane collects bits of its own
/// from the vectors in turn, so the sum of the lanes holds them all.
@inline(__always)
private func bits(_ scalars: UnsafePointer<Float>, vectors: Int) -> UInt32 {
  var bits = SIMD8<UInt32>()
  var lanes = SIMD8<UInt32>(1, 2, 4, 8, 16, 32, 64, 128)
  for vector in 0..<vectors {
    bits.replace(with: bits | lanes, where: load8(scalars + 8 * vector) .!= 0)
    lanes &<<= 8
  }
  return bits.wrappedSum()
}
