// One loop for each way that two operands can meet. They are generic over the scalar
// and the operation; the tables of Kernels.swift make concrete code of them.

/// Calls `body` with ranges that make up `0..<count`, on all threads where there is
/// enough to do: waking them costs as much as some ten thousand elements.
@inline(__always)
private func inPieces(_ count: Int, _ body: (Range<Int>) -> Void) {
  let pieces = count < 1 << 15 ? 1 : ThreadPool.shared.threadCount
  if pieces == 1 { return body(0..<count) }
  parallelFor(count: pieces) { piece in
    body(count * piece / pieces..<count * (piece + 1) / pieces)
  }
}

/// Applies `operation` to every element.
@inline(__always)
func map<A, Result>(
  _ a: Tensor<A>, _ operation: (A) -> Result
) -> Tensor<Result> {
  let count = a.count
  return Tensor(shape: a.shape) { y in
    a.withPointer { a in
      inPieces(count) { for i in $0 { y[i] = operation(a[i]) } }
    }
  }
}

/// Applies `operation` to every pair of elements that broadcasting brings together.
@inline(__always)
func zip<A, B, Result>(
  _ a: Tensor<A>, _ b: Tensor<B>, _ name: StaticString,
  _ operation: (A, B) -> Result
) -> Tensor<Result> {
  guard let walk = Broadcast(a.shape, b.shape) else {
    fatalError(
      "\(name): cannot broadcast \(a.shape.dimensions) with \(b.shape.dimensions)")
  }
  let row = walk.row
  return Tensor(shape: walk.shape) { y in
    a.withPointer { a in
      b.withPointer { b in
        walk.forEachRow { offset, offsetA, offsetB in
          let (y, a, b) = (y + offset, a + offsetA, b + offsetB)
          switch (row.strideA, row.strideB) {
          case (1, 1):
            inPieces(row.count) { for i in $0 { y[i] = operation(a[i], b[i]) } }
          case (1, 0):
            let b = b[0]
            inPieces(row.count) { for i in $0 { y[i] = operation(a[i], b) } }
          case (0, 1):
            let a = a[0]
            inPieces(row.count) { for i in $0 { y[i] = operation(a, b[i]) } }
          default:
            let value = operation(a[0], b[0])
            for i in 0..<row.count { y[i] = value }
          }
        }
      }
    }
  }
}

/// Replaces every element of `a` by `operation` of it and the element of `b`, which has
/// the same shape.
@inline(__always)
func update<Scalar>(
  _ a: inout Tensor<Scalar>, _ b: Tensor<Scalar>,
  _ operation: (Scalar, Scalar) -> Scalar
) {
  let count = a.count
  a.withMutablePointer { a in
    b.withPointer { b in
      inPieces(count) { for i in $0 { a[i] = operation(a[i], b[i]) } }
    }
  }
}

/// The tensor repeated along axes that it lacks or where its size is 1.
func broadcast<Scalar: TensorNumber>(
  _ x: Tensor<Scalar>, to shape: Shape
) -> Tensor<Scalar> {
  x.shape == shape ? x : Scalar.kernels.broadcast(x, shape)
}

/// The loops behind `broadcast`: `shape` is known to be one that `x` can be brought to.
@inline(__always)
func repeated<Scalar>(_ x: Tensor<Scalar>, to shape: Shape) -> Tensor<Scalar> {
  let walk = Broadcast(x.shape, shape)!
  let row = walk.row
  return Tensor(shape: shape) { y in
    x.withPointer { x in
      walk.forEachRow { offset, offsetX, _ in
        let (y, x) = (y + offset, x + offsetX)
        if row.strideA == 1 {
          y.initialize(from: x, count: row.count)
        } else {
          y.initialize(repeating: x[0], count: row.count)
        }
      }
    }
  }
}
