import Dispatch

/// The bytes a second that so many threads read of 4 MB each, all in all: more than a
/// core's own caches hold, less than those that it shares.
func cacheReading(threads: Int) -> KeyValuePairs<String, [Double]> {
  let numbers = (0..<threads).map {
    Array(repeating: SIMD8(repeating: Float($0)), count: 1 << 17)
  }
  let time = medianSeconds {
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      // What nobody looks at would not be computed.
      for round in 0..<20 where !sum(numbers[thread], from: round).isFinite {
        fatalError("the sum is not finite")
      }
    }
  }
  return ["rate": [Double(threads * 20 << 22) / time]]
}

/// A thread's work to measure the machine's caches: the sum of numbers that lie beyond
/// the caches of a core, from a place on that differs from call to call: the sum of the
/// same ones would be taken once.
@inline(never)
func sum(_ numbers: [SIMD8<Float>], from start: Int) -> Float {
  var (s0, s1, s2, s3) = (
    SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>(), SIMD8<Float>()
  )
  for i in stride(from: start, to: numbers.count - 3, by: 4) {
    s0 += numbers[i]
    s1 += numbers[i + 1]
    s2 += numbers[i + 2]
    s3 += numbers[i + 3]
  }
  return (s0 + s1 + s2 + s3).sum()
}
