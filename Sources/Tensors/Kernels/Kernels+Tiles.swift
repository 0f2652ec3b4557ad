/// A dense tile is 6 × 16 results. They take 12 of the 16 vector registers of AVX2 and
/// leave room for a row of B and a scalar of A.
let tileRows = 6
let tileWidth = 16

/// Rows and columns of B that are packed at once: 384 kB, for the second-level cache.
let denseDepth = 384
let blockWidth = 256

/// A sparse tile is one row of 64 results, in 8 registers.
let sparseWidth = 64

/// Rows of B in a panel of a sparse tile: 32 kB, which stay in the first-level cache
/// while the rows of A pass.
let sparseDepth = 128

/// Adds to a dense tile of C, or to the part of one at the edge of C, the products of
/// A's rows and a panel of B, which lies row after row. A fresh tile starts at +0.
@inline(__always)
func addDense(
  rows: Int, columns: Int, depth: Int, a: Rows, panel: UnsafePointer<Float>,
  to c: MutableRows, fresh: Bool
) {
  if rows == tileRows, columns == tileWidth {
    addTile(
      depth: depth, a: a, lastRow: tileRows - 1, panel: panel, to: c, fresh: fresh)
  } else {
    addPartOfTile(
      rows: rows, columns: columns, depth: depth, a: a, panel: panel, to: c,
      fresh: fresh)
  }
}

/// Row i of the tile gets a[i][k] · panel[k], k ascending. Rows behind the last one
/// repeat it.
///
/// 12 multiply-adds take 6 cycles and 8 loads 4, so the loads never hold them up: a
/// product of 200 × 784 by 784 × 512 reaches 92 % of the peak.
@inline(__always)
private func addTile(
  depth: Int, a: Rows, lastRow: Int, panel: UnsafePointer<Float>, to c: MutableRows,
  fresh: Bool
) {
  let (a0, a1, a2) = (a[0], a[min(1, lastRow)], a[min(2, lastRow)])
  let (a3, a4, a5) = (a[min(3, lastRow)], a[min(4, lastRow)], a[min(5, lastRow)])
  var c0 = SIMD16<Float>()
  var (c1, c2, c3, c4, c5) = (c0, c0, c0, c0, c0)
  if !fresh {
    (c0, c1, c2) = (load16(c[0]), load16(c[1]), load16(c[2]))
    (c3, c4, c5) = (load16(c[3]), load16(c[4]), load16(c[5]))
  }
  for k in 0..<depth {
    let b = load16(panel + k * tileWidth)
    c0.addProduct(a0[k], b)
    c1.addProduct(a1[k], b)
    c2.addProduct(a2[k], b)
    c3.addProduct(a3[k], b)
    c4.addProduct(a4[k], b)
    c5.addProduct(a5[k], b)
  }
  store16(c0, to: c[0])
  store16(c1, to: c[1])
  store16(c2, to: c[2])
  store16(c3, to: c[3])
  store16(c4, to: c[4])
  store16(c5, to: c[5])
}

/// Computes a whole tile aside and keeps the part that C has.
@inline(never)
private func addPartOfTile(
  rows: Int, columns: Int, depth: Int, a: Rows, panel: UnsafePointer<Float>,
  to c: MutableRows, fresh: Bool
) {
  withUnsafeTemporaryAllocation(of: Float.self, capacity: tileRows * tileWidth) {
    $0.initialize(repeating: 0)
    let tile = MutableRows(start: $0.baseAddress!, stride: tileWidth)
    if !fresh {
      for i in 0..<rows { tile[i].update(from: c[i], count: columns) }
    }
    addTile(depth: depth, a: a, lastRow: rows - 1, panel: panel, to: tile, fresh: fresh)
    for i in 0..<rows { c[i].update(from: tile[i], count: columns) }
  }
}

/// Adds to each row of a sparse tile's width the products a[k] · panel[k] of the k, of
/// at most 128, that are marked, k ascending. Returns, if this block of k is the last,
/// whether one of the results may be −0.
///
/// Each row goes its own way: of two MNIST images 29 % of the pixels are not zero in one
/// or the other, against 19 % in one. 8 multiply-adds need 9 loads, which take 5 cycles:
/// 80 % of the peak for each product that is left.
func addSparse(
  rows: Int, a: Rows, nonzeros: Nonzeros,
  panel: UnsafePointer<Float>, to c: MutableRows, fresh: Bool, last: Bool
) -> Bool {
  var vanished = SIMDMask<SIMD16<Int32>>()
  for row in 0..<rows {
    var (bits, later) = (nonzeros[row][0], nonzeros[row][1])
    let c = c[row]
    var (a, panel) = (a[row], panel)
    var c0 = SIMD16<Float>()
    var (c1, c2, c3) = (c0, c0, c0)
    if !fresh {
      if bits | later == 0, !last { continue }
      (c0, c1, c2, c3) = (load16(c), load16(c + 16), load16(c + 32), load16(c + 48))
    }
    while bits | later != 0 {
      if bits == 0 {
        (bits, later) = (later, 0)
        a += 64
        panel += 64 * sparseWidth
      }
      let k = bits.trailingZeroBitCount
      bits &= bits &- 1
      let b = panel + k * sparseWidth
      c0.addProduct(a[k], load16(b))
      c1.addProduct(a[k], load16(b + 16))
      c2.addProduct(a[k], load16(b + 32))
      c3.addProduct(a[k], load16(b + 48))
    }
    store16(c0, to: c)
    store16(c1, to: c + 16)
    store16(c2, to: c + 32)
    store16(c3, to: c + 48)
    if last {
      vanished .|= mayBeNegativeZero(c0) .| mayBeNegativeZero(c1)
      vanished .|= mayBeNegativeZero(c2) .| mayBeNegativeZero(c3)
    }
  }
  return any(vanished)
}

/// Which sums are −0, or the number below it: with the last bit set they are the same.
/// Only floats have a fast comparison, and it takes −0 for +0.
@inline(__always)
private func mayBeNegativeZero(_ sums: SIMD16<Float>) -> SIMDMask<SIMD16<Int32>> {
  let odd = unsafeBitCast(sums, to: SIMD16<UInt32>.self) | 1
  return unsafeBitCast(odd, to: SIMD16<Float>.self) .== -.leastNonzeroMagnitude
}
