/// A tile of the result whose sums are kept in registers while all of a panel passes.
///
/// 6 × 16 results take 12 of the 16 vector registers of AVX2 and leave room for a row of B
/// and a scalar of A: 12 multiply-adds take 6 cycles and 8 loads 4, so the loads never hold
/// them up, and a product of 200 × 784 by 784 × 512 reaches 92 % of the peak.
enum DenseTile {
  static let rows = 6
  static let columns = 16

  /// Rows and columns of B that are packed at once: 384 kB, for the second-level cache.
  static let depth = 384
  static let blockWidth = 256

  /// Adds to a tile of C, or to the part of one at the edge of C, the products of A's rows
  /// and a panel of B, which lies row after row. A fresh tile starts at +0.
  @inline(__always)
  static func add(
    rows: Int, columns: Int, depth: Int, a: Rows, panel: UnsafePointer<Float>,
    to c: MutableRows, fresh: Bool
  ) {
    if rows == Self.rows, columns == Self.columns {
      addWhole(
        depth: depth, a: a, lastRow: Self.rows - 1, panel: panel, to: c, fresh: fresh)
    } else {
      addPart(
        rows: rows, columns: columns, depth: depth, a: a, panel: panel, to: c,
        fresh: fresh)
    }
  }

  /// Row i of the tile gets a[i][k] · panel[k], k ascending. Rows behind the last one
  /// repeat it.
  @inline(__always)
  private static func addWhole(
    depth: Int, a: Rows, lastRow: Int, panel: UnsafePointer<Float>, to c: MutableRows,
    fresh: Bool
  ) {
    // The loops over rows are unrolled, and the sums lie in registers.
    withUnsafeTemporaryAllocation(of: SIMD16<Float>.self, capacity: rows) {
      let sums = $0.baseAddress!
      for i in 0..<rows { (sums + i).initialize(to: fresh ? SIMD16() : load16(c[i])) }
      for k in 0..<depth {
        let b = load16(panel + k * columns)
        for i in 0..<rows { sums[i].addProduct(a[min(i, lastRow)][k], b) }
      }
      for i in 0..<rows { store16(sums[i], to: c[i]) }
    }
  }

  /// Computes a whole tile aside and keeps the part that C has.
  @inline(never)
  private static func addPart(
    rows: Int, columns: Int, depth: Int, a: Rows, panel: UnsafePointer<Float>,
    to c: MutableRows, fresh: Bool
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: Self.rows * Self.columns) {
      $0.initialize(repeating: 0)
      let tile = MutableRows(start: $0.baseAddress!, stride: Self.columns)
      if !fresh {
        for i in 0..<rows { tile[i].update(from: c[i], count: columns) }
      }
      addWhole(
        depth: depth, a: a, lastRow: rows - 1, panel: panel, to: tile, fresh: fresh)
      for i in 0..<rows { c[i].update(from: tile[i], count: columns) }
    }
  }
}
