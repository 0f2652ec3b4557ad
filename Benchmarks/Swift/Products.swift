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
