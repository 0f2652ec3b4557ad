// The matrix product of tensors. Every element of the result is a sum over ascending k
// by fused multiply-add in one accumulator, which starts at 0.

/// The product of single-precision matrices, each as it is or transposed.
func product(
  _ a: Tensor<Float>, _ b: Tensor<Float>, _ transposeA: Bool, _ transposeB: Bool
) -> Tensor<Float> {
  let (m, k, n) = sizes(a.shape, b.shape, transposeA, transposeB)
  return Tensor(shape: [m, n]) { y in
    a.withPointer { a in
      b.withPointer { b in
        multiply(
          rows: m, columns: n, depth: k, a: a, transposeA: transposeA, b: b,
          transposeB: transposeB, into: y)
      }
    }
  }
}

// snippet.double
/// The product of double-precision matrices, by its definition.
func product(
  _ a: Tensor<Double>, _ b: Tensor<Double>, _ transposeA: Bool, _ transposeB: Bool
) -> Tensor<Double> {
  let (m, k, n) = sizes(a.shape, b.shape, transposeA, transposeB)
  let (stepI, stepK) = transposeA ? (1, m) : (k, 1)
  let b = transposeB ? transposed(b) : b
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
// snippet.end

/// The rows of the result, the length of its sums and its columns.
private func sizes(
  _ a: Shape, _ b: Shape, _ transposeA: Bool, _ transposeB: Bool
) -> (m: Int, k: Int, n: Int) {
  (a[transposeA ? 1 : 0], a[transposeA ? 0 : 1], b[transposeB ? 0 : 1])
}
