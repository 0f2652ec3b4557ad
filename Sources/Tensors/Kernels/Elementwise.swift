// One loop for each way that two operands can meet. What an operation does to a stretch
// of elements is a closure of NumberKernels.swift or FloatKernels.swift: called once a
// stretch, it is compiled for one type and one operation.

/// A stretch of elements to be made from those of one operand.
struct Stretch<A, Result> {
  let y: UnsafeMutablePointer<Result>
  let a: UnsafePointer<A>
  let range: Range<Int>

  @inline(__always)
  func fill(_ operation: (A) -> Result) {
    if let x = samePlace(a, y) {
      for i in range { y[i] = operation(x[i]) }
    } else {
      for i in range { y[i] = operation(a[i]) }
    }
  }
}

/// A stretch of elements to be made from those of two operands, of which one may be a
/// single number that is repeated: its stride is 0.
struct PairedStretch<A, B, Result> {
  let y: UnsafeMutablePointer<Result>
  let a: UnsafePointer<A>
  let b: UnsafePointer<B>
  let strideA: Int
  let strideB: Int
  let range: Range<Int>

  @inline(__always)
  func fill(_ operation: (A, B) -> Result) {
    switch (strideA, strideB) {
    case (1, 1):
      if let x = samePlace(a, y) {
        for i in range { y[i] = operation(x[i], b[i]) }
      } else {
        for i in range { y[i] = operation(a[i], b[i]) }
      }
    case (1, 0):
      let b = b[0]
      if let x = samePlace(a, y) {
        for i in range { y[i] = operation(x[i], b) }
      } else {
        for i in range { y[i] = operation(a[i], b) }
      }
    case (0, 1):
      let a = a[0]
      for i in range { y[i] = operation(a, b[i]) }
    default:
      let value = operation(a[0], b[0])
      for i in range { y[i] = value }
    }
  }
}

/// The result, as the operand that it is written over, or nil where both lie apart. A
/// loop for each case shows the compiler that nothing overlaps by halves.
@inline(__always)
private func samePlace<A, Result>(
  _ a: UnsafePointer<A>, _ y: UnsafeMutablePointer<Result>
) -> UnsafePointer<A>? {
  let place = UnsafeMutableRawPointer(y)
  guard A.self == Result.self, place == UnsafeRawPointer(a) else { return nil }
  return UnsafePointer(place.assumingMemoryBound(to: A.self))
}

/// Calls `body` with ranges that make up `0..<count`: one for each thread, or just one
/// where there are few elements, as waking a thread costs some ten thousand of them.
func inStretches(
  _ count: Int, elementsEach: Int = 1, _ body: (Range<Int>) -> Void
) {
  let pieces = count * elementsEach < 1 << 15 ? 1 : ThreadPool.shared.threadCount
  ThreadPool.shared.parallelFor(count: pieces) { piece in
    body(count * piece / pieces..<count * (piece + 1) / pieces)
  }
}

/// Calls `body` with the stretches of a walk: parts of its one row, or its rows, with
/// where they begin in both operands.
private func inStretches(
  of walk: Broadcast, _ body: (_ result: Int, _ a: Int, _ b: Int, Range<Int>) -> Void
) {
  guard walk.shape.count > 0 else { return }
  let rows = walk.rowCount
  if rows == 1 {
    inStretches(walk.row.count) { range in body(0, 0, 0, range) }
    return
  }
  inStretches(rows, elementsEach: walk.row.count) { range in
    for row in range {
      let (a, b) = walk.offsets(ofRow: row)
      body(row * walk.row.count, a, b, 0..<walk.row.count)
    }
  }
}

/// A tensor made element by element.
func map<A, Result>(
  _ a: consuming Tensor<A>, _ body: (Stretch<A, Result>) -> Void
) -> Tensor<Result> {
  let shape = a.shape
  return Tensor(shape: shape, over: a) { a, y in
    inStretches(shape.count) { body(Stretch(y: y, a: a, range: $0)) }
  }
}

/// A tensor made of the pairs of elements that broadcasting brings together.
func zip<A, B, Result>(
  _ a: consuming Tensor<A>, _ b: Tensor<B>, _ name: StaticString,
  _ body: (PairedStretch<A, B, Result>) -> Void
) -> Tensor<Result> {
  guard let walk = Broadcast(a.shape, b.shape) else {
    fatalError(
      "\(name): cannot broadcast \(a.shape.dimensions) with \(b.shape.dimensions)")
  }
  let row = walk.row
  return Tensor(shape: walk.shape, over: a) { a, y in
    b.withPointer { b in
      inStretches(of: walk) { offset, offsetA, offsetB, range in
        body(
          PairedStretch(
            y: y + offset, a: a + offsetA, b: b + offsetB, strideA: row.strideA,
            strideB: row.strideB, range: range))
      }
    }
  }
}

/// A tensor made of the elements of three tensors of one shape.
@inline(__always)
func combine<Scalar>(
  _ a: Tensor<Scalar>, _ b: Tensor<Scalar>, _ c: Tensor<Scalar>,
  _ operation: (Scalar, Scalar, Scalar) -> Scalar
) -> Tensor<Scalar> {
  let count = a.count
  return Tensor(shape: a.shape) { y in
    a.withPointer { a in
      b.withPointer { b in
        c.withPointer { c in
          inStretches(count) { range in
            for i in range { y[i] = operation(a[i], b[i], c[i]) }
          }
        }
      }
    }
  }
}

/// The tensor repeated along axes that it lacks or where its size is 1.
func broadcast<Scalar: TensorFloat>(
  _ x: Tensor<Scalar>, to shape: Shape
) -> Tensor<Scalar> {
  x.shape == shape ? x : Scalar.floatKernels.broadcast(x, shape)
}

/// The loops behind `broadcast`: `shape` is known to be one that `x` can be brought to.
func repeated<Scalar>(_ x: Tensor<Scalar>, to shape: Shape) -> Tensor<Scalar> {
  let walk = Broadcast(x.shape, shape)!
  return Tensor(shape: shape) { y in
    x.withPointer { x in
      inStretches(of: walk) { offset, offsetX, _, range in
        let (y, x) = (y + offset + range.lowerBound, x + offsetX)
        if walk.row.strideA == 1 {
          y.initialize(from: x + range.lowerBound, count: range.count)
        } else {
          y.initialize(repeating: x[0], count: range.count)
        }
      }
    }
  }
}
