/// Rows of a dense tile. 6 × 16 results take 12 of the 16 vector registers of AVX2, and
/// leave room for a row of B and one scalar of A.
let tileRows = 6

/// Columns of a sparse row's tile: 4 panels.
let rowWidth = 4 * panelWidth

/// Adds `depth` products to 6 × 16 results: row i of the tile gets a_i[k] · panel[k] in
/// ascending k. `fresh` starts the sums at +0 instead of at what `c` holds.
@inline(__always)
func denseTile(
  depth: Int, a: (Int) -> UnsafePointer<Float>, panel: UnsafePointer<SIMD16<Float>>,
  into c: UnsafeMutablePointer<Float>, stride: Int, fresh: Bool
) {
  let (a0, a1, a2, a3, a4, a5) = (a(0), a(1), a(2), a(3), a(4), a(5))
  func start(_ row: Int) -> SIMD16<Float> {
    fresh ? SIMD16() : load16(c + row * stride)
  }
  var (c0, c1, c2) = (start(0), start(1), start(2))
  var (c3, c4, c5) = (start(3), start(4), start(5))
  for k in 0..<depth {
    let b = panel[k]
    c0.addProduct(a0[k], b)
    c1.addProduct(a1[k], b)
    c2.addProduct(a2[k], b)
    c3.addProduct(a3[k], b)
    c4.addProduct(a4[k], b)
    c5.addProduct(a5[k], b)
  }
  store16(c0, c)
  store16(c1, c + stride)
  store16(c2, c + 2 * stride)
  store16(c3, c + 3 * stride)
  store16(c4, c + 4 * stride)
  store16(c5, c + 5 * stride)
}

/// Adds the products of the listed k, in their order, to one row of 64 results:
/// c[j] += a[k] · panels[j / 16][k][j % 16].
func sparseRow(
  indices: UnsafePointer<UInt8>, count: Int, a: UnsafePointer<Float>,
  panels: UnsafePointer<SIMD16<Float>>, depth: Int,
  into c: UnsafeMutablePointer<Float>, fresh: Bool
) {
  let (p1, p2, p3) = (panels + depth, panels + 2 * depth, panels + 3 * depth)
  var (c0, c1, c2, c3) = (
    SIMD16<Float>(), SIMD16<Float>(), SIMD16<Float>(), SIMD16<Float>()
  )
  if !fresh {
    (c0, c1) = (load16(c), load16(c + panelWidth))
    (c2, c3) = (load16(c + 2 * panelWidth), load16(c + 3 * panelWidth))
  }
  for position in 0..<count {
    let k = Int(indices[position])
    let scalar = a[k]
    c0.addProduct(scalar, panels[k])
    c1.addProduct(scalar, p1[k])
    c2.addProduct(scalar, p2[k])
    c3.addProduct(scalar, p3[k])
  }
  store16(c0, c)
  store16(c1, c + panelWidth)
  store16(c2, c + 2 * panelWidth)
  store16(c3, c + 3 * panelWidth)
}
