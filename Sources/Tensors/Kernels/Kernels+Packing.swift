/// Columns of the right factor that a packed panel holds side by side.
let panelWidth = 16

/// Copies `depth` rows of `width` columns, from `source` with `stride` between rows, to
/// panels of 16 columns. A panel lies row after row; the last is filled with zeros.
func pack(
  depth: Int, width: Int, from source: UnsafePointer<Float>, stride: Int,
  to panels: UnsafeMutablePointer<SIMD16<Float>>
) {
  let whole = width / panelWidth
  for k in 0..<depth {
    let row = source + k * stride
    for panel in 0..<whole {
      panels[panel * depth + k] = load16(row + panel * panelWidth)
    }
    if whole * panelWidth < width {
      var last = SIMD16<Float>()
      for j in whole * panelWidth..<width { last[j % panelWidth] = row[j] }
      panels[whole * depth + k] = last
    }
  }
}

/// Packs like `pack`, from a source that holds the columns as its rows.
func packTransposed(
  depth: Int, width: Int, from source: UnsafePointer<Float>, stride: Int,
  to panels: UnsafeMutablePointer<SIMD16<Float>>
) {
  for first in Swift.stride(from: 0, to: width, by: panelWidth) {
    let panel = panels + first / panelWidth * depth
    let columns = min(panelWidth, width - first)
    if columns < panelWidth { panel.update(repeating: SIMD16(), count: depth) }
    transpose(
      rows: columns, columns: depth, from: source + first * stride, stride: stride,
      to: UnsafeMutableRawPointer(panel).assumingMemoryBound(to: Float.self),
      stride: panelWidth)
  }
}

/// Writes a matrix's columns as rows, with the given distances between rows.
func transpose(
  rows: Int, columns: Int, from source: UnsafePointer<Float>, stride: Int,
  to target: UnsafeMutablePointer<Float>, stride targetStride: Int
) {
  let (wholeRows, wholeColumns) = (rows & ~7, columns & ~7)
  for i in Swift.stride(from: 0, to: wholeRows, by: 8) {
    for j in Swift.stride(from: 0, to: wholeColumns, by: 8) {
      transpose8x8(
        from: source + i * stride + j, stride: stride,
        to: target + j * targetStride + i, stride: targetStride)
    }
  }
  for i in 0..<rows {
    for j in (i < wholeRows ? wholeColumns : 0)..<columns {
      target[j * targetStride + i] = source[i * stride + j]
    }
  }
}

/// Interleaving the upper with the lower half of the rows, three times over, turns rows
/// into columns.
@inline(__always)
private func transpose8x8(
  from source: UnsafePointer<Float>, stride: Int,
  to target: UnsafeMutablePointer<Float>, stride targetStride: Int
) {
  func load(_ row: Int) -> SIMD8<Float> { load8(source + row * stride) }
  func store(_ pair: SIMD16<Float>, _ row: Int) {
    store8(pair.lowHalf, target + row * targetStride)
    store8(pair.highHalf, target + (row + 1) * targetStride)
  }
  func zip(_ a: SIMD8<Float>, _ b: SIMD8<Float>) -> SIMD16<Float> {
    var zipped = SIMD16<Float>()
    zipped.evenHalf = a
    zipped.oddHalf = b
    return zipped
  }
  let a = zip(load(0), load(4))
  let b = zip(load(1), load(5))
  let c = zip(load(2), load(6))
  let d = zip(load(3), load(7))
  let e = zip(a.lowHalf, c.lowHalf)
  let f = zip(a.highHalf, c.highHalf)
  let g = zip(b.lowHalf, d.lowHalf)
  let h = zip(b.highHalf, d.highHalf)
  store(zip(e.lowHalf, g.lowHalf), 0)
  store(zip(e.highHalf, g.highHalf), 2)
  store(zip(f.lowHalf, h.lowHalf), 4)
  store(zip(f.highHalf, h.highHalf), 6)
}

@inline(__always)
func load8(_ source: UnsafePointer<Float>) -> SIMD8<Float> {
  UnsafeRawPointer(source).loadUnaligned(as: SIMD8<Float>.self)
}

@inline(__always)
func store8(_ value: SIMD8<Float>, _ target: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(target).storeBytes(of: value, as: SIMD8<Float>.self)
}

@inline(__always)
func load16(_ source: UnsafePointer<Float>) -> SIMD16<Float> {
  UnsafeRawPointer(source).loadUnaligned(as: SIMD16<Float>.self)
}

@inline(__always)
func store16(_ value: SIMD16<Float>, _ target: UnsafeMutablePointer<Float>) {
  UnsafeMutableRawPointer(target).storeBytes(of: value, as: SIMD16<Float>.self)
}
