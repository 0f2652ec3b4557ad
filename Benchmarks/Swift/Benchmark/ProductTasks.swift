import Dispatch
import MachinePeak
import Tensors

/// The seconds of each product `form:m:k:n`: `[m, k]` by `[k, n]`, where a `t` of the
/// form says that the operand lies transposed.
func products(_ shapes: [String]) -> KeyValuePairs<String, [Double]> {
  let random = RandomState(seed: Benchmark.seed)
  func matrix(_ shape: Shape) -> Tensor<Float> {
    Tensor<Float>(random.uniform(low: -1, high: 1, shape))
  }
  let figures = shapes.map { shape in
    let (transposeA, transposeB) = (shape.hasPrefix("tn"), shape.hasPrefix("nt"))
    let sizes = Benchmark.numbers(shape.dropFirst(2))
    let (m, k, n) = (sizes[0], sizes[1], sizes[2])
    let a = matrix(transposeA ? [k, m] : [m, k])
    let b = matrix(transposeB ? [n, k] : [k, n])
    return medianSeconds {
      _ = matmul(a, b, transposeA: transposeA, transposeB: transposeB)
    }
  }
  return ["seconds": figures]
}

/// The fused multiply-adds a second that so many threads reach together.
func peak(threads: Int) -> KeyValuePairs<String, [Double]> {
  let time = medianSeconds {
    DispatchQueue.concurrentPerform(iterations: threads) { _ in multiplyAdds() }
  }
  return ["rate": [Double(threads * multiplyAdds()) / time]]
}

/// The bytes a second that so many threads read of 4 MB each, all in all: more than a
/// core's own caches hold, less than those that it shares.
func cacheReading(threads: Int) -> KeyValuePairs<String, [Double]> {
  let numbers = (0..<threads).map {
    Array(repeating: SIMD8(repeating: Float($0)), count: 1 << 17)
  }
  let time = medianSeconds {
    DispatchQueue.concurrentPerform(iterations: threads) { thread in
      for round in 0..<20 { precondition(sum(numbers[thread], from: round).isFinite) }
    }
  }
  return ["rate": [Double(threads * 20 << 22) / time]]
}
