import Dispatch

/// The fused multiply-adds a second that so many threads reach together.
func peak(threads: Int) -> KeyValuePairs<String, [Double]> {
  let rounds = 4_000_000
  let time = medianSeconds {
    DispatchQueue.concurrentPerform(iterations: threads) { _ in
      // What nobody looks at would not be computed.
      let sum = multiplyAdds(rounds, from: SIMD8(1, 2, 3, 4, 5, 6, 7, 8))
      guard sum.sum().isFinite else { fatalError("the sum is not finite") }
    }
  }
  return ["rate": [Double(threads * rounds * 12 * 8) / time]]
}

/// A thread's work to measure the machine's peak: 12 · 8 fused multiply-adds a round that
/// wait neither for memory nor for each other.
///
/// 12 chains of 8 lanes keep two units of a latency of up to 6 cycles busy, and fit the
/// 16 vector registers of AVX2, for which the matrix kernel is written as well. Each
/// starts elsewhere: of what is equal, the compiler would leave out the work.
@inline(never)
private func multiplyAdds(_ rounds: Int, from start: SIMD8<Float>) -> SIMD8<Float> {
  let (x, y) = (start * 0.001, start * 0.002)
  var (c0, c1, c2) = (start, start + 1, start + 2)
  var (c3, c4, c5) = (start + 3, start + 4, start + 5)
  var (c6, c7, c8) = (start + 6, start + 7, start + 8)
  var (c9, c10, c11) = (start + 9, start + 10, start + 11)
  for _ in 0..<rounds {
    c0.addProduct(x, y)
    c1.addProduct(x, y)
    c2.addProduct(x, y)
    c3.addProduct(x, y)
    c4.addProduct(x, y)
    c5.addProduct(x, y)
    c6.addProduct(x, y)
    c7.addProduct(x, y)
    c8.addProduct(x, y)
    c9.addProduct(x, y)
    c10.addProduct(x, y)
    c11.addProduct(x, y)
  }
  return c0 + c1 + c2 + c3 + c4 + c5 + c6 + c7 + c8 + c9 + c10 + c11
}
