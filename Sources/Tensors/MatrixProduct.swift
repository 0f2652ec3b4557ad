/// The matrix product: `[m, k]` by `[k, n]` gives `[m, n]`, yᵢⱼ = Σₖ aᵢₖ · bₖⱼ
///
/// A vector stands for a row on the left and for a column on the right, as in NumPy.
///
///     let a: Tensor<Float> = [[1, 2], [3, 4]]
///     matmul(a, [[1, 0], [0, 1]])  // a
///     matmul(a, [1, 1])            // [3. 7.]
///
/// With `transposeA` or `transposeB` that operand is taken as its transpose, which
/// costs no copy. Every sum runs over ascending k by fused multiply-add in one
/// accumulator. ∂: da = dy · bᵀ, db = aᵀ · dy
public func matmul<Scalar: TensorFloat>(
  _ a: Tensor<Scalar>, _ b: Tensor<Scalar>,
  transposeA: Bool = false, transposeB: Bool = false,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<Scalar> {
  if a.rank == 1, !transposeA {
    let row = reshape(a, [1, -1])
    let y = matmul(row, b, transposeB: transposeB, file: file, line: line)
    return reshape(y, Array(y.shape.dimensions.dropFirst()))
  }
  if b.rank == 1, !transposeB {
    let column = reshape(b, [-1, 1])
    let y = matmul(a, column, transposeA: transposeA, file: file, line: line)
    return reshape(y, Array(y.shape.dimensions.dropLast()))
  }
  guard a.rank == 2, b.rank == 2,
    a.shape[transposeA ? 0 : 1] == b.shape[transposeB ? 1 : 0]
  else {
    let (left, right) = (transposeA ? "ᵀ" : "", transposeB ? "ᵀ" : "")
    fatalError(
      "matmul: cannot multiply \(a.shape.dimensions)\(left) "
        + "by \(b.shape.dimensions)\(right)",
      file: file, line: line)
  }
  return Scalar.floatKernels.product(a, b, transposeA, transposeB).recorded(
    (
      a,
      { dy in
        transposeA
          ? matmul(b, dy, transposeA: transposeB, transposeB: true)
          : matmul(dy, b, transposeB: !transposeB)
      }
    ),
    (
      b,
      { dy in
        transposeB
          ? matmul(dy, a, transposeA: true, transposeB: transposeA)
          : matmul(a, dy, transposeA: !transposeA)
      }
    ))
}
