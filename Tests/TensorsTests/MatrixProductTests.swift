import Foundation
import Testing

@testable import Tensors

@Suite struct MatrixProductTests {
  private static let pools = [1, 2, 3, 8].map { ThreadPool(threadCount: $0) }

  private let random = RandomState(seed: 1)

  /// Every rest that a tile of 6 rows and 16 columns leaves, once and twice.
  @Test func everySmallSizeIsThePlainLoopBitForBit() {
    let (a, b) = (noise(13 * 9), noise(9 * 34))
    for rows in 0...13 {
      for columns in 0...34 {
        for depth in 0...9 {
          check(
            rows: rows, columns: columns, depth: depth, a: Array(a[..<(rows * depth)]),
            b: Array(b[..<(depth * columns)]))
        }
      }
    }
  }

  @Test(arguments: [
    (1, 130, 300), (5, 64, 129), (7, 129, 257), (97, 200, 513), (13, 600, 260),
    (200, 10, 256), (64, 320, 40), (30, 1, 1000), (300, 70, 128), (2, 1100, 128),
    (64, 128, 216), (40, 39, 37), (17, 33, 65),
  ])
  func raggedSizesAndSparseOnesAreThePlainLoopBitForBit(
    rows: Int, columns: Int, depth: Int
  ) {
    for zeros in [0, 0.5, 0.9] {
      check(
        rows: rows, columns: columns, depth: depth,
        a: noise(rows * depth, zeros: zeros), b: noise(depth * columns))
    }
  }

  @Test func zerosOfEitherSignAndWholeRowsOfThemChangeNothing() {
    var a = noise(20 * 300, zeros: 0.5)
    var b = noise(300 * 70, zeros: 0.2)
    for index in a.indices where index % 3 == 0 && a[index] == 0 { a[index] = -0.0 }
    for index in b.indices where index % 3 == 0 && b[index] == 0 { b[index] = -0.0 }
    for row in [0, 1, 11] {
      a.replaceSubrange(row * 300..<(row + 1) * 300, with: repeatElement(0, count: 300))
    }
    check(rows: 20, columns: 70, depth: 300, a: a, b: b)
    check(
      rows: 20, columns: 70, depth: 300, a: a.map { $0 == 0 ? $0 : -0.0 },
      b: b.map { -abs($0) })
  }

  @Test(arguments: [(Float.infinity, 131), (-.infinity, 132), (.nan, 133)])
  func infinityAndNaNGiveWhatDenseArithmeticGives(value: Float, place: Int) {
    let a = noise(20 * 300, zeros: 0.6)
    let b = noise(300 * 70)
    var oddA = a
    oddA[7 * 300 + place] = value
    check(rows: 20, columns: 70, depth: 300, a: oddA, b: b)
    for (row, column) in [(0, 0), (127, 63), (128, 17), (150, 3), (299, 3), (299, 69)] {
      var oddB = b
      oddB[row * 70 + column] = value
      check(rows: 20, columns: 70, depth: 300, a: a, b: oddB)
      check(rows: 20, columns: 70, depth: 300, a: oddA, b: oddB)
    }
  }

  /// A negative product too small for a float makes the sum −0, which a later product
  /// with a zero makes +0 again.
  @Test func sumsThatVanishHaveTheSignThatDenseArithmeticGives() {
    let tiny: [Float] = [0, 0, -0.0, 1e-30, -1e-30, 1e-23, -1e-23]
    let a = (0..<9 * 140).map { _ in tiny[Int(7 * random.uniform())] }
    let b = (0..<140 * 64).map { _ in tiny[Int(6 * random.uniform()) + 1] }
    check(rows: 9, columns: 64, depth: 140, a: a, b: b)
    // The product that vanishes may lie blocks before the zero.
    for depth in [2, 130] {
      let row = [1e-30] + [Float](repeating: 0, count: depth - 1)
      let results = check(
        rows: 7, columns: 64, depth: depth, a: (0..<7).flatMap { _ in row },
        b: [Float](repeating: -1e-30, count: 64)
          + [Float](repeating: 1, count: (depth - 1) * 64))
      #expect(results[0].bitPattern == 0)
    }
  }

  /// Scalars from −0.5 to 0.5, of which a part is 0.
  private func noise(_ count: Int, zeros: Double = 0) -> [Float] {
    (0..<count).map { _ in
      random.uniform() < zeros ? 0 : Float(random.uniform(low: -0.5, high: 0.5))
    }
  }

  /// Multiplies by every number of threads and in every transposition, and expects the
  /// bits of the plain loop, or any NaN where that has one. Returns what the loop gives.
  @discardableResult
  private func check(
    rows: Int, columns: Int, depth: Int, a: [Float], b: [Float],
    location: SourceLocation = #_sourceLocation
  ) -> [Float] {
    let expected = plainLoop(rows: rows, columns: columns, depth: depth, a: a, b: b)
    let lefts = [a, transposed(a, rows: rows, columns: depth)]
    let rights = [b, transposed(b, rows: depth, columns: columns)]
    for (transposeA, transposeB) in [(0, 0), (0, 1), (1, 0), (1, 1)] {
      for pool in Self.pools {
        var result = [Float](repeating: 99, count: rows * columns)
        multiply(
          rows: rows, columns: columns, depth: depth, a: lefts[transposeA],
          transposeA: transposeA == 1, b: rights[transposeB],
          transposeB: transposeB == 1, into: &result, on: pool)
        let isSame =
          memcmp(result, expected, result.count * 4) == 0
          || zip(result, expected).allSatisfy {
            $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN
          }
        #expect(
          isSame,
          """
          [\(rows), \(depth)] by [\(depth), \(columns)], \(pool.threadCount) threads, \
          transposed: \(transposeA), \(transposeB)
          """, sourceLocation: location)
      }
    }
    return expected
  }

  private func plainLoop(
    rows: Int, columns: Int, depth: Int, a: [Float], b: [Float]
  ) -> [Float] {
    var result = [Float](repeating: 0, count: rows * columns)
    for i in 0..<rows {
      for k in 0..<depth {
        let scalar = a[i * depth + k]
        for j in 0..<columns {
          result[i * columns + j].addProduct(scalar, b[k * columns + j])
        }
      }
    }
    return result
  }

  private func transposed(_ scalars: [Float], rows: Int, columns: Int) -> [Float] {
    (0..<rows * columns).map { scalars[$0 % rows * columns + $0 / rows] }
  }
}
