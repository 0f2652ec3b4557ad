/// The matrix product by its definition: ascending k, fused multiply-add, one
/// accumulator for each element of the result.
@inline(__always)
func product<Scalar: TensorFloat>(
  _ a: Tensor<Scalar>, _ b: Tensor<Scalar>, _ transposeA: Bool, _ transposeB: Bool
) -> Tensor<Scalar> {
  let (m, k) = transposeA ? (a.shape[1], a.shape[0]) : (a.shape[0], a.shape[1])
  let n = transposeB ? b.shape[0] : b.shape[1]
  let (stepI, stepK) = transposeA ? (1, m) : (k, 1)
  let b = transposeB ? permuted(b, [1, 0]) : b
  return Tensor(shape: [m, n]) { y in
    y.initialize(repeating: 0, count: m * n)
    a.withPointer { a in
      b.withPointer { b in
        for i in 0..<m {
          for k in 0..<k {
            let (y, b, a) = (y + i * n, b + k * n, a[i * stepI + k * stepK])
            for j in 0..<n { y[j].addProduct(a, b[j]) }
          }
        }
      }
    }
  }
}
