/// C[m,n] = op(A)[m,k] · op(B)[k,n], where op transposes if asked to. All three are
/// row-major and contiguous; C is overwritten.
///
/// Every result is the sum over ascending k of fused multiply-adds that starts at +0,
/// bit for bit, whatever the number of threads:
///
/// ```swift
/// for k in 0..<depth { sum.addProduct(a[i, k], b[k, j]) }
/// ```
///
/// Products with a zero of A are left out where nobody can tell: Nonzeros.swift.
func multiply(
  rows m: Int, columns n: Int, depth k: Int,
  a: UnsafePointer<Float>, transposeA: Bool,
  b: UnsafePointer<Float>, transposeB: Bool,
  into c: UnsafeMutablePointer<Float>, on pool: ThreadPool = .shared
) {
  guard m > 0, n > 0 else { return }
  guard k > 0 else { return c.update(repeating: 0, count: m * n) }
  let product = BlockedMatrixProduct(
    rows: m, columns: n, depth: k,
    a: Rows(start: a, stride: transposeA ? m : k), transposeA: transposeA,
    b: Rows(start: b, stride: transposeB ? k : n), transposeB: transposeB,
    c: MutableRows(start: c, stride: n),
    sparse: n >= SparseTile.columns && (m < DenseTile.rows || isSparse(a, count: m * k))
  )
  // A second thread gains nothing below 0.1 million products, which take 2 µs.
  let threads = min(pool.threadCount, 1 + m * n * k / 100_000)
  if threads == 1 { return product.compute(rows: 0..<m, columns: 0..<n) }
  let grid = product.grid(threads: threads)
  pool.parallelFor(count: grid.rows.count * grid.columns.count) { piece in
    let (row, column) = piece.quotientAndRemainder(dividingBy: grid.columns.count)
    product.compute(rows: grid.rows[row], columns: grid.columns[column])
  }
}

/// A matrix product, computed in pieces of C that share nothing.
///
/// A piece is computed block after block: as many rows and columns of B as the caches
/// hold are packed into panels and multiplied by all rows of A. The next rows of B add
/// to what C then holds, so that every sum runs on where it stopped.
private struct BlockedMatrixProduct {
  let rows, columns, depth: Int
  let a: Rows
  let transposeA: Bool
  let b: Rows
  let transposeB: Bool
  let c: MutableRows

  /// Whether zeros of A are skipped. A single row is treated so too: it would leave
  /// five sixths of a dense tile idle.
  let sparse: Bool

  /// How to cut C for so many threads: of all ways the one that prepares least, since
  /// each piece transposes its own rows of A and packs its own columns of B.
  func grid(threads: Int) -> (rows: [Range<Int>], columns: [Range<Int>]) {
    let effortA = Double(rows * depth) * ((transposeA ? 1 : 0) + (sparse ? 0.5 : 0))
    let effortB = Double(columns * depth) * (transposeB ? 1 : 0.5)
    var best = (rows: threads, columns: 1, effort: Double.infinity)
    for cut in 1...threads where threads % cut == 0 {
      let effort = effortA * Double(cut) + effortB * Double(threads / cut)
      if effort < best.effort, cut == 1 || cut * SparseTile.columns <= columns {
        best = (threads / cut, cut, effort)
      }
    }
    return (
      ranges(of: rows, pieces: best.rows, unit: DenseTile.rows),
      ranges(of: columns, pieces: best.columns, unit: SparseTile.columns)
    )
  }

  /// Computes a piece of C.
  func compute(rows: Range<Int>, columns: Range<Int>) {
    let words = sparse ? Nonzeros.wordCount(rows: rows.count, depth: depth) : 0
    MemoryPool.lend(transposeA ? rows.count * depth : 0, of: Float.self) { transposed in
      MemoryPool.lend(words, of: UInt64.self) { words in
        compute(rowBlock(rows, transposed: transposed, words: words), columns: columns)
      }
    }
  }

  private func compute(_ block: RowBlock, columns: Range<Int>) {
    var column = columns.lowerBound
    while column < columns.upperBound {
      var width = min(columns.upperBound - column, DenseTile.blockWidth)
      if let nonzeros = block.nonzeros, width >= SparseTile.columns {
        width -= width % SparseTile.columns
        multiplySparse(block, nonzeros, column: column, width: width)
      } else {
        multiplyDense(block, column: column, width: width)
      }
      column += width
    }
  }

  /// Some rows of op(A), where their nonzeros are, and the rows of C that they make.
  private struct RowBlock {
    let rows: Int
    let a: Rows
    let nonzeros: Nonzeros?
    let c: MutableRows
  }

  private func rowBlock(
    _ range: Range<Int>, transposed: UnsafeMutablePointer<Float>,
    words: UnsafeMutablePointer<UInt64>
  ) -> RowBlock {
    var a = a.from(row: range.lowerBound)
    if transposeA {
      transpose(
        rows: depth, columns: range.count, of: self.a.from(column: range.lowerBound),
        to: MutableRows(start: transposed, stride: depth))
      a = Rows(start: transposed, stride: depth)
    }
    return RowBlock(
      rows: range.count, a: a,
      nonzeros: sparse
        ? Nonzeros(rows: range.count, depth: depth, of: a, in: words) : nil,
      c: c.from(row: range.lowerBound))
  }

  private func multiplyDense(_ block: RowBlock, column: Int, width: Int) {
    let size = (width + DenseTile.columns) * min(depth, DenseTile.depth)
    MemoryPool.lend(size, of: Float.self) { panels in
      for k in stride(from: 0, to: depth, by: DenseTile.depth) {
        let depth = min(DenseTile.depth, self.depth - k)
        _ = pack(
          k: k, depth: depth, column: column, width: width, to: panels,
          panelWidth: DenseTile.columns)
        for i in stride(from: 0, to: block.rows, by: DenseTile.rows) {
          for j in stride(from: 0, to: width, by: DenseTile.columns) {
            DenseTile.add(
              rows: min(DenseTile.rows, block.rows - i),
              columns: min(DenseTile.columns, width - j),
              depth: depth, a: block.a.from(row: i, column: k),
              panel: panels + j * depth,
              to: block.c.from(row: i, column: column + j), fresh: k == 0)
          }
        }
      }
    }
  }

  private func multiplySparse(
    _ block: RowBlock, _ nonzeros: Nonzeros, column: Int, width: Int
  ) {
    // Packed when its turn comes, into the same place, a panel is in the first-level cache
    // already, and the second-level one is left to A and C.
    MemoryPool.lend(SparseTile.columns * SparseTile.depth, of: Float.self) { panel in
      for k in stride(from: 0, to: depth, by: SparseTile.depth) {
        let depth = min(SparseTile.depth, self.depth - k)
        for j in stride(from: column, to: column + width, by: SparseTile.columns) {
          let finite = pack(
            k: k, depth: depth, column: j, width: SparseTile.columns, to: panel,
            panelWidth: SparseTile.columns)
          let vanished = SparseTile.add(
            rows: block.rows, a: block.a.from(column: k),
            nonzeros: (finite ? nonzeros : nonzeros.all).from(column: k),
            panel: panel, to: block.c.from(column: j),
            fresh: k == 0, last: k + depth == self.depth)
          if vanished { sumAgain(block, columns: j..<j + SparseTile.columns) }
        }
      }
    }
  }

  /// Sums in full the results that are −0.
  private func sumAgain(_ block: RowBlock, columns: Range<Int>) {
    for i in 0..<block.rows {
      for j in columns where block.c[i][j] == 0 && block.c[i][j].sign == .minus {
        var sum: Float = 0
        for k in 0..<depth {
          sum.addProduct(block.a[i][k], transposeB ? b[j][k] : b[k][j])
        }
        block.c[i][j] = sum
      }
    }
  }

  @inline(__always)
  private func pack(
    k: Int, depth: Int, column: Int, width: Int, to panels: UnsafeMutablePointer<Float>,
    panelWidth: Int
  ) -> Bool {
    transposeB
      ? packColumns(
        depth: depth, width: width, of: b.from(row: column, column: k), to: panels,
        panelWidth: panelWidth)
      : packRows(
        depth: depth, width: width, of: b.from(row: k, column: column), to: panels,
        panelWidth: panelWidth)
  }
}

/// Cuts 0..<count into at most so many ranges whose bounds are multiples of a unit.
private func ranges(of count: Int, pieces: Int, unit: Int) -> [Range<Int>] {
  let units = (count + unit - 1) / unit
  let pieces = min(pieces, units)
  return (0..<pieces).map {
    units * $0 / pieces * unit..<min(count, units * ($0 + 1) / pieces * unit)
  }
}
