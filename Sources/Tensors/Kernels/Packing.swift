/// Copies `depth` rows of B, of `width` columns, to panels of `panelWidth` columns. A
/// panel lies row after row; columns that its last part of 16 lacks are zeros. Returns
/// whether all of B's scalars are finite: 0 times infinity or NaN is NaN.
@inline(__always)
func packRows(
  depth: Int, width: Int, of b: Rows, to panels: UnsafeMutablePointer<Float>,
  panelWidth: Int
) -> Bool {
  var zero = SIMD16<Float>()
  let whole = width & ~15
  for k in 0..<depth {
    let row = b[k]
    for j in stride(from: 0, to: whole, by: 16) {
      let scalars = load16(row + j)
      zero.addProduct(0, scalars)
      let panel = panels + j / panelWidth * panelWidth * depth
      store16(scalars, to: panel + k * panelWidth + j % panelWidth)
    }
    if whole < width {
      let last = panels + whole * depth + k * panelWidth
      store16(SIMD16(), to: last)
      last.update(from: row + whole, count: width - whole)
      zero.addProduct(0, load16(last))
    }
  }
  return all(zero .== 0)
}

/// Packs like `packRows`, from a B whose columns are rows in memory.
@inline(__always)
func packColumns(
  depth: Int, width: Int, of b: Rows, to panels: UnsafeMutablePointer<Float>,
  panelWidth: Int
) -> Bool {
  for j in stride(from: 0, to: width, by: 16) {
    let panel = panels + j / panelWidth * panelWidth * depth
    if width - j < 16 { panel.update(repeating: 0, count: 16 * depth) }
    transpose(
      rows: min(16, width - j), columns: depth, of: b.from(row: j),
      to: MutableRows(start: panel + j % panelWidth, stride: panelWidth))
  }
  var zero = SIMD16<Float>()
  for index in stride(from: 0, to: (width + 15) / 16 * 16 * depth, by: 16) {
    zero.addProduct(0, load16(panels + index))
  }
  return all(zero .== 0)
}

/// Writes the columns of a matrix as rows.
func transpose(rows: Int, columns: Int, of source: Rows, to target: MutableRows) {
  let (wholeRows, wholeColumns) = (rows & ~3, columns & ~3)
  // 16 columns are a line of the cache, which is read at once: rows that lie a power
  // of two apart would soon push it out.
  for line in stride(from: 0, to: wholeColumns, by: 16) {
    for i in stride(from: 0, to: wholeRows, by: 4) {
      for j in stride(from: line, to: min(line + 16, wholeColumns), by: 4) {
        transpose4x4(
          source.from(row: i, column: j), to: target.from(row: j, column: i))
      }
    }
  }
  for i in 0..<rows {
    for j in (i < wholeRows ? wholeColumns : 0)..<columns {
      target[j][i] = source[i][j]
    }
  }
}

/// Interleaving the upper with the lower half of the rows, twice over, turns rows into
/// columns.
@inline(__always)
private func transpose4x4(_ source: Rows, to target: MutableRows) {
  func interleave(_ a: SIMD4<Float>, _ b: SIMD4<Float>) -> SIMD8<Float> {
    var result = SIMD8<Float>()
    result.evenHalf = a
    result.oddHalf = b
    return result
  }
  let even = interleave(load4(source[0]), load4(source[2]))
  let odd = interleave(load4(source[1]), load4(source[3]))
  let first = interleave(even.lowHalf, odd.lowHalf)
  let second = interleave(even.highHalf, odd.highHalf)
  store4(first.lowHalf, to: target[0])
  store4(first.highHalf, to: target[1])
  store4(second.lowHalf, to: target[2])
  store4(second.highHalf, to: target[3])
}
