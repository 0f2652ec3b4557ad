/// A thread's work to measure the machine's caches: the sum of numbers that lie beyond
/// the caches of a core, from a place on that differs from call to call: the sum of the
/// same ones would be taken once.
@inline(never)
public func sum(_ numbers: [SIMD8<Float>], from start: Int) -> Float {
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
