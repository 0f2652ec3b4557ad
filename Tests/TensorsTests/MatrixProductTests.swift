import Testing

@testable import Tensors

@Suite struct MatrixProductTests {
  static let pools = [1, 2, 3, 8].map { ThreadPool(threadCount: $0) }

  @Test(arguments: [(false, false), (false, true), (true, false), (true, true)])
  func everySmallSizeIsThePlainLoopBitForBit(transposeA: Bool, transposeB: Bool) {
    let random = Noise(seed: 1)
    let a = random.scalars(40 * 40), b = random.scalars(40 * 40)
    for rows in 0...40 {
      for columns in 0...40 {
        for depth in 0...40 {
          let product = Case(
            rows: rows, columns: columns, depth: depth,
            a: a, transposeA: transposeA, b: b, transposeB: transposeB)
          if product.differs(on: Self.pools[0]) {
            Issue.record("\(rows) x \(columns) x \(depth)")
            return
          }
        }
      }
    }
  }

  @Test(
    arguments: [
      (200, 512, 784), (1, 4096, 300), (300, 1, 1000), (7, 129, 257), (97, 200, 513),
      (130, 66, 700), (33, 31, 1025), (200, 10, 256), (256, 10, 200), (200, 256, 10),
    ], [(false, false), (false, true), (true, false), (true, true)])
  func largeSizesAreThePlainLoopBitForBit(
    size: (Int, Int, Int), transpose: (Bool, Bool)
  ) {
    let random = Noise(seed: 2)
    for zeros in [0, 0.5, 0.9] {
      let product = Case(
        rows: size.0, columns: size.1, depth: size.2,
        a: random.scalars(size.0 * size.2, zeros: zeros), transposeA: transpose.0,
        b: random.scalars(size.1 * size.2), transposeB: transpose.1)
      for pool in Self.pools { #expect(!product.differs(on: pool)) }
    }
  }
}

/// A product, and what the plain loop makes of it.
private struct Case {
  let rows, columns, depth: Int
  let a: [Float]
  let transposeA: Bool
  let b: [Float]
  let transposeB: Bool
  let expected: [Float]

  init(
    rows: Int, columns: Int, depth: Int,
    a: [Float], transposeA: Bool, b: [Float], transposeB: Bool
  ) {
    (self.rows, self.columns, self.depth) = (rows, columns, depth)
    (self.a, self.transposeA, self.b, self.transposeB) = (a, transposeA, b, transposeB)
    let (stepA, strideA) = transposeA ? (rows, 1) : (1, depth)
    let (stepB, strideB) = transposeB ? (1, depth) : (columns, 1)
    expected = [Float](unsafeUninitializedCapacity: rows * columns) { result, count in
      a.withUnsafeBufferPointer { a in
        b.withUnsafeBufferPointer { b in
          for i in 0..<rows {
            for j in 0..<columns {
              var sum: Float = 0
              for k in 0..<depth {
                sum.addProduct(a[i * strideA + k * stepA], b[k * stepB + j * strideB])
              }
              result[i * columns + j] = sum
            }
          }
        }
      }
      count = rows * columns
    }
  }

  /// Whether the kernel gives other bits; any NaN is as good as another.
  func differs(on pool: ThreadPool) -> Bool {
    let result = [Float](unsafeUninitializedCapacity: rows * columns) { result, count in
      result.update(repeating: 99)
      if let c = result.baseAddress {
        multiply(
          rows: rows, columns: columns, depth: depth, a: a, transposeA: transposeA,
          b: b, transposeB: transposeB, into: c, on: pool)
      }
      count = rows * columns
    }
    return !zip(result, expected).allSatisfy {
      $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN
    }
  }
}

/// Numbers that look random and are the same in every run.
private final class Noise {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  func scalars(_ count: Int, zeros: Double = 0) -> [Float] {
    (0..<count).map { _ in uniform() < zeros ? 0 : Float(uniform() - 0.5) }
  }

  private func uniform() -> Double {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Double(state >> 11) * 0x1p-53
  }
}
