import Foundation
import Testing

@testable import Tensors

@Suite struct MatrixProductTests {
  private static let pools = [1, 2, 3, 8].map { ThreadPool(threadCount: $0) }
  private static let transpositions = [
    (false, false), (false, true), (true, false), (true, true),
  ]

  @Test(arguments: transpositions)
  func everySizeUpTo40IsThePlainLoopBitForBit(transposeA: Bool, transposeB: Bool) {
    var noise = Noise(seed: 1)
    let (a, b) = (noise.scalars(40 * 40), noise.scalars(40 * 40))
    // The first rows of a matrix are the beginning of it, so one left factor serves
    // all numbers of rows, unless it is transposed.
    func left(_ rows: Int, _ depth: Int) -> [Float] {
      transposeA
        ? (0..<depth * rows).map { a[$0 % rows * 40 + $0 / rows] }
        : (0..<rows * depth).map { a[$0 / depth * 40 + $0 % depth] }
    }
    let lefts = (0...40).map { rows in (0...40).map { left(rows, $0) } }
    for columns in 0...40 {
      var expected = [Float](repeating: 0, count: 40 * columns)
      for depth in 0...40 {
        if depth > 0 {
          for i in 0..<40 {
            for j in 0..<columns {
              expected[i * columns + j].addProduct(
                a[i * 40 + depth - 1], b[(depth - 1) * 40 + j])
            }
          }
        }
        let right =
          transposeB
          ? (0..<columns * depth).map { b[$0 % depth * 40 + $0 / depth] }
          : (0..<depth * columns).map { b[$0 / columns * 40 + $0 % columns] }
        var result = [Float](repeating: 99, count: 40 * columns)
        for rows in 0...40 {
          multiply(
            rows: rows, columns: columns, depth: depth,
            a: lefts[rows][depth], transposeA: transposeA, b: right,
            transposeB: transposeB, into: &result, on: Self.pools[0])
          if memcmp(result, expected, rows * columns * 4) != 0 {
            Issue.record("[\(rows), \(depth)] times [\(depth), \(columns)]")
            return
          }
        }
      }
    }
  }

  @Test(arguments: [
    (1, 130, 300), (5, 64, 129), (7, 129, 257), (97, 200, 513), (13, 600, 260),
    (200, 10, 256), (64, 320, 40), (30, 1, 1000), (300, 70, 128), (2, 1100, 128),
    (64, 128, 216),
  ])
  func raggedSizesAndSparseOnesAreThePlainLoopBitForBit(
    rows: Int, columns: Int, depth: Int
  ) {
    var noise = Noise(seed: 2)
    for zeros in [0, 0.5, 0.9] {
      check(
        rows: rows, columns: columns, depth: depth,
        a: noise.scalars(rows * depth, zeros: zeros), b: noise.scalars(depth * columns))
    }
  }

  @Test func zerosOfEitherSignAndWholeRowsOfThemChangeNothing() {
    var noise = Noise(seed: 3)
    var a = noise.scalars(20 * 300, zeros: 0.5)
    var b = noise.scalars(300 * 70, zeros: 0.2)
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

  @Test func infinityAndNaNGiveWhatDenseArithmeticGives() {
    let odd: [Float] = [.infinity, -.infinity, .nan]
    var noise = Noise(seed: 4)
    let a = noise.scalars(20 * 300, zeros: 0.6)
    let b = noise.scalars(300 * 70)
    for (index, value) in odd.enumerated() {
      var oddA = a
      oddA[7 * 300 + 131 + index] = value
      check(rows: 20, columns: 70, depth: 300, a: oddA, b: b)
      for (row, column) in [(150, 3), (299, 3), (299, 69)] {
        var oddB = b
        oddB[row * 70 + column] = value
        check(rows: 20, columns: 70, depth: 300, a: a, b: oddB)
        check(rows: 20, columns: 70, depth: 300, a: oddA, b: oddB)
      }
    }
  }

  /// A negative product too small for a float makes the sum −0, which a later product
  /// with a zero makes +0 again.
  @Test func sumsThatVanishHaveTheSignThatDenseArithmeticGives() {
    let tiny: [Float] = [0, 0, -0.0, 1e-30, -1e-30, 1e-23, -1e-23]
    var noise = Noise(seed: 5)
    let a = noise.pick(9 * 140, of: tiny)
    let b = noise.pick(140 * 64, of: Array(tiny.dropFirst()))
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

  @Test func packingTellsWhetherAllIsFinite() {
    let b = (0..<3 * 20).map(Float.init)
    for transposed in [false, true] {
      let (panels, finite) = pack(b, depth: 3, width: 20, transposed: transposed)
      #expect(finite)
      #expect(panels[16..<32] == b[20..<36])
      #expect(panels[48..<64] == b[16..<20] + repeatElement(0, count: 12))
      for index in b.indices {
        for value in [Float.infinity, .nan] {
          var odd = b
          odd[index] = value
          #expect(!pack(odd, depth: 3, width: 20, transposed: transposed).finite)
        }
      }
    }
  }

  private func pack(
    _ b: [Float], depth: Int, width: Int, transposed isTransposed: Bool
  ) -> (panels: [Float], finite: Bool) {
    var panels = [Float](repeating: 9, count: (width + 15) / 16 * 16 * depth)
    let source = isTransposed ? transposed(b, rows: depth, columns: width) : b
    let finite = source.withUnsafeBufferPointer {
      let rows = Rows(start: $0.baseAddress!, stride: isTransposed ? depth : width)
      return isTransposed
        ? packColumns(depth: depth, width: width, of: rows, to: &panels, panelWidth: 16)
        : packRows(depth: depth, width: width, of: rows, to: &panels, panelWidth: 16)
    }
    return (panels, finite)
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
    for (transposeA, transposeB) in Self.transpositions {
      for pool in Self.pools {
        var result = [Float](repeating: 99, count: rows * columns)
        multiply(
          rows: rows, columns: columns, depth: depth,
          a: lefts[transposeA ? 1 : 0], transposeA: transposeA,
          b: rights[transposeB ? 1 : 0], transposeB: transposeB, into: &result, on: pool
        )
        #expect(
          same(result, expected),
          "transposed: \(transposeA), \(transposeB); \(pool.threadCount) threads",
          sourceLocation: location)
      }
    }
    return expected
  }

  private func same(_ a: [Float], _ b: [Float]) -> Bool {
    memcmp(a, b, a.count * 4) == 0
      || zip(a, b).allSatisfy {
        $0.bitPattern == $1.bitPattern || $0.isNaN && $1.isNaN
      }
  }

  private func plainLoop(
    rows: Int, columns: Int, depth: Int, a: [Float], b: [Float]
  ) -> [Float] {
    var result = [Float](repeating: 0, count: rows * columns)
    a.withUnsafeBufferPointer { a in
      b.withUnsafeBufferPointer { b in
        result.withUnsafeMutableBufferPointer { result in
          for i in 0..<rows {
            for k in 0..<depth {
              let scalar = a[i * depth + k]
              for j in 0..<columns {
                result[i * columns + j].addProduct(scalar, b[k * columns + j])
              }
            }
          }
        }
      }
    }
    return result
  }

  private func transposed(_ scalars: [Float], rows: Int, columns: Int) -> [Float] {
    (0..<rows * columns).map { scalars[$0 % rows * columns + $0 / rows] }
  }
}

/// Numbers that look random and are the same in every run.
private struct Noise {
  private var state: UInt64

  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  /// Scalars from −0.5 to 0.5, of which a part is 0.
  mutating func scalars(_ count: Int, zeros: Double = 0) -> [Float] {
    (0..<count).map { _ in uniform() < zeros ? 0 : Float(uniform() - 0.5) }
  }

  mutating func pick(_ count: Int, of scalars: [Float]) -> [Float] {
    (0..<count).map { _ in scalars[Int(uniform() * Double(scalars.count))] }
  }

  private mutating func uniform() -> Double {
    state ^= state << 13
    state ^= state >> 7
    state ^= state << 17
    return Double(state >> 11) * 0x1p-53
  }
}
