/// The matrix product: `[m, k]` by `[k, n]` gives `[m, n]`, yᵢⱼ = Σₖ aᵢₖ · bₖⱼ
///
/// A vector stands for a row on the left and for a column on the right, as in NumPy.
///
///     let a: Tensor<Float> = [[1, 2], [3, 4]]
///     matmul(a, [1, 1])  // [3. 7.]
///     matmul(a, [[0, 1], [1, 0]])
///     // [[2. 1.]
///     //  [4. 3.]]
///
/// With `transposeA` or `transposeB` that operand is taken as its transpose, which
/// costs no copy. Every sum runs over ascending k by fused multiply-add in one
/// accumulator. ∂: da = dy · bᵀ, db = aᵀ · dy
@_specialize(where Scalar == Float)
public func matmul<Scalar: TensorFloat>(
  _ a: Tensor<Scalar>, _ b: Tensor<Scalar>,
  transposeA: Bool = false, transposeB: Bool = false,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<Scalar> {
  let left = a.rank == 1 && !transposeA ? reshape(a, [1, a.count]) : a
  let right = b.rank == 1 && !transposeB ? reshape(b, [b.count, 1]) : b
  guard left.rank == 2, right.rank == 2,
    left.shape[transposeA ? 0 : 1] == right.shape[transposeB ? 1 : 0]
  else {
    fatalError(
      "matmul: cannot multiply \(a.shape.dimensions)\(transposeA ? "ᵀ" : "") "
        + "by \(b.shape.dimensions)\(transposeB ? "ᵀ" : "")",
      file: file, line: line)
  }
  // snippet.rules
  let y = Scalar.floatKernels.product(left, right, transposeA, transposeB).recorded(
    (
      left.position,
      { dy in
        transposeA
          ? matmul(right, dy, transposeA: transposeB, transposeB: true)
          : matmul(dy, right, transposeB: !transposeB)
      }
    ),
    (
      right.position,
      { dy in
        transposeB
          ? matmul(dy, left, transposeA: true, transposeB: transposeA)
          : matmul(left, dy, transposeA: !transposeA)
      }
    ))
  // snippet.end
  if a.rank == 2, b.rank == 2 { return y }
  let rows = a.rank == 2 ? [y.shape[0]] : []
  let columns = b.rank == 2 ? [y.shape[1]] : []
  return reshape(y, rows + columns)
}
