/// C[m,n] = op(A)[m,k] · op(B)[k,n], where op transposes if asked to. All three are
/// row-major and contiguous; C is overwritten.
///
/// Every result is the sum over ascending k of fused multiply-adds that starts at +0,
/// bit for bit, whatever the number of threads:
///
///     for k in 0..<depth { sum.addProduct(a[i, k], b[k, j]) }
func multiply(
  rows m: Int, columns n: Int, depth k: Int,
  a: UnsafePointer<Float>, transposeA: Bool,
  b: UnsafePointer<Float>, transposeB: Bool,
  into c: UnsafeMutablePointer<Float>, on pool: ThreadPool = .shared
) {
  guard m > 0, n > 0 else { return }
  guard k > 0 else { return c.update(repeating: 0, count: m * n) }
  let sparse = n >= rowWidth && isSparse(a, count: m * k)
  var product = Product(
    rows: m, columns: n, depth: k, a: a, b: b, transposeB: transposeB, c: c,
    blockDepth: sparse ? sparseDepth : denseDepth)
  let scratch = Scratch.current
  if transposeA {
    product.a = UnsafePointer(transposed(product, scratch, pool))
  }
  if sparse { product.lists = list(product, scratch, pool) }

  let groups = (n + rowWidth - 1) / rowWidth
  let threads = min(pool.threadCount, 1 + m * n * k / 50_000)
  let chunks =
    groups % threads == 0 ? 1 : max(1, min(4 * threads / groups, m / 48))
  let rows = (m + chunks * tileRows - 1) / (chunks * tileRows) * tileRows
  if threads == 1 {
    for task in 0..<groups * chunks {
      product.run(
        rows: min(task / groups * rows, m)..<min((task / groups + 1) * rows, m),
        column: task % groups * rowWidth)
    }
  } else {
    pool.parallelFor(count: groups * chunks) { [product] task in
      product.run(
        rows: min(task / groups * rows, m)..<min((task / groups + 1) * rows, m),
        column: task % groups * rowWidth)
    }
  }
}

nonisolated(unsafe) var denseDepth = 256
nonisolated(unsafe) var sparseDepth = 112

func transposed(_ p: Product, _ scratch: Scratch, _ pool: ThreadPool)
  -> UnsafeMutablePointer<Float>
{
  let target = scratch.rows.reserve(p.rows * p.depth, of: Float.self)
  let step = 64
  pool.parallelFor(count: (p.rows + step - 1) / step) { chunk in
    let first = chunk * step
    transpose(
      rows: p.depth, columns: min(step, p.rows - first), from: p.a + first,
      stride: p.rows, to: target + first * p.depth, stride: p.depth)
  }
  return target
}

func list(_ p: Product, _ scratch: Scratch, _ pool: ThreadPool) -> Lists {
  let rowBytes = p.blocks * (p.block + 1) + 8
  let lists = Lists(
    base: scratch.indices.reserve(p.rows * rowBytes, of: UInt8.self),
    rowBytes: rowBytes, blockBytes: p.block + 1)
  let step = max(1, 16384 / p.depth)
  let table = bitLists
  pool.parallelFor(count: (p.rows + step - 1) / step) { chunk in
    for i in chunk * step..<min((chunk + 1) * step, p.rows) {
      for block in 0..<p.blocks {
        let first = block * p.block
        let list = lists.base + i * rowBytes + block * (p.block + 1)
        list[0] = UInt8(
          listNonzeros(
            p.a + i * p.depth + first, count: min(p.block, p.depth - first),
            table: table, to: list + 1))
      }
    }
  }
  return lists
}

struct Lists {
  var base: UnsafeMutablePointer<UInt8>
  var rowBytes: Int
  var blockBytes: Int
}

struct Product {
  var rows: Int
  var columns: Int
  var depth: Int
  var a: UnsafePointer<Float>
  var b: UnsafePointer<Float>
  var transposeB: Bool
  var c: UnsafeMutablePointer<Float>
  var blocks: Int
  var block: Int
  var lists: Lists?

  init(
    rows: Int, columns: Int, depth: Int, a: UnsafePointer<Float>,
    b: UnsafePointer<Float>, transposeB: Bool, c: UnsafeMutablePointer<Float>,
    blockDepth: Int
  ) {
    self.rows = rows
    self.columns = columns
    self.depth = depth
    self.a = a
    self.b = b
    self.transposeB = transposeB
    self.c = c
    blocks = (depth + blockDepth - 1) / blockDepth
    block = (depth + blocks - 1) / blocks
  }

  func run(rows: Range<Int>, column: Int) {
    let width = min(rowWidth, columns - column)
    let whole = width == rowWidth
    let panelCount = (width + panelWidth - 1) / panelWidth
    let panels = Scratch.current.block.reserve(
      panelCount * block, of: SIMD16<Float>.self)
    let all = allIndices
    for index in 0..<blocks {
      let first = index * block
      let depth = min(block, self.depth - first)
      let fresh = index == 0
      if transposeB {
        packTransposed(
          depth: depth, width: width, from: b + column * self.depth + first,
          stride: self.depth, to: panels)
      } else {
        pack(
          depth: depth, width: width, from: b + first * columns + column,
          stride: columns, to: panels)
      }
      var row = rows.lowerBound
      if let lists, whole {
        let finite = isFinite(panels, count: panelCount * depth)
        while row < rows.upperBound {
          let list = lists.base + row * lists.rowBytes + index * lists.blockBytes
          sparseRow(
            indices: finite ? UnsafePointer(list + 1) : all,
            count: finite ? Int(list[0]) : depth, a: a + row * self.depth + first,
            panels: panels, depth: depth, into: c + row * columns + column, fresh: fresh
          )
          row += 1
        }
        continue
      }
      let tiled = whole ? row + rows.count / tileRows * tileRows : rows.upperBound
      while row < tiled {
        dense(
          row: row, count: min(tileRows, tiled - row), k: first, depth: depth,
          panels: panels, column: column, width: width, fresh: fresh)
        row += tileRows
      }
      while row < rows.upperBound {
        sparseRow(
          indices: all, count: depth, a: a + row * self.depth + first, panels: panels,
          depth: depth, into: c + row * columns + column, fresh: fresh)
        row += 1
      }
    }
  }

  @inline(__always)
  func dense(
    row: Int, count: Int, k: Int, depth: Int, panels: UnsafePointer<SIMD16<Float>>,
    column: Int, width: Int, fresh: Bool
  ) {
    let a = self.a + row * self.depth + k
    for panel in 0..<(width + panelWidth - 1) / panelWidth {
      let c = self.c + row * columns + column + panel * panelWidth
      if count == tileRows, width >= (panel + 1) * panelWidth {
        denseTile(
          depth: depth, a: { a + $0 * self.depth }, panel: panels + panel * depth,
          into: c, stride: columns, fresh: fresh)
      } else {
        edge(
          depth: depth, a: a, panel: panels + panel * depth, into: c, rows: count,
          width: min(panelWidth, width - panel * panelWidth), fresh: fresh)
      }
    }
  }

  func edge(
    depth: Int, a: UnsafePointer<Float>, panel: UnsafePointer<SIMD16<Float>>,
    into c: UnsafeMutablePointer<Float>, rows: Int, width: Int, fresh: Bool
  ) {
    withUnsafeTemporaryAllocation(of: Float.self, capacity: tileRows * panelWidth) {
      tile in
      let t = tile.baseAddress!
      if !fresh {
        for i in 0..<rows {
          for j in 0..<width { t[i * panelWidth + j] = c[i * columns + j] }
        }
      }
      denseTile(
        depth: depth, a: { a + min($0, rows - 1) * self.depth }, panel: panel, into: t,
        stride: panelWidth, fresh: fresh)
      for i in 0..<rows {
        for j in 0..<width { c[i * columns + j] = t[i * panelWidth + j] }
      }
    }
  }
}
