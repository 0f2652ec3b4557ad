/// How two tensors of different shapes meet, by NumPy's broadcasting rule.
///
/// Shapes are aligned at their last axis; a missing axis, or one of size 1, is
/// repeated to match the other's size. So `[200, 512]` and `[512]` give `[200, 512]`,
/// and `[3, 1]` and `[1, 4]` give `[3, 4]`.
/// Source: https://numpy.org/doc/stable/user/basics.broadcasting.html
///
/// Axes that both operands walk without a jump are merged, so that kernels loop over
/// as few and as long rows as can be.
struct Broadcast {
  /// The shape of the result.
  let shape: Shape

  /// One axis of the walk: its size, and how far each operand moves per step.
  struct Axis {
    var count: Int
    var strideA: Int
    var strideB: Int
  }

  /// The innermost axis. An operand's stride along it is 1, or 0 where it repeats.
  private(set) var row = Axis(count: 1, strideA: 0, strideB: 0)

  /// The axes around the rows, innermost first.
  private(set) var outer: [Axis] = []

  /// How `a` and `b` meet, or nil where their sizes differ and neither is 1.
  init?(_ a: Shape, _ b: Shape) {
    if a == b {
      shape = a
      row = Axis(count: a.count, strideA: 1, strideB: 1)
      return
    }
    let rank = max(a.rank, b.rank)
    let (stridesA, stridesB) = (a.strides, b.strides)
    var dimensions: [Int] = []
    var axes: [Axis] = []
    for fromEnd in 1...rank {
      let (i, j) = (a.rank - fromEnd, b.rank - fromEnd)
      let sizeA = i >= 0 ? a[i] : 1
      let sizeB = j >= 0 ? b[j] : 1
      guard sizeA == sizeB || sizeA == 1 || sizeB == 1 else { return nil }
      let size = sizeA == 1 ? sizeB : sizeA
      dimensions.append(size)
      if size == 1 { continue }
      let axis = Axis(
        count: size,
        strideA: sizeA == 1 ? 0 : stridesA[i],
        strideB: sizeB == 1 ? 0 : stridesB[j])
      if let inner = axes.last,
        axis.strideA == inner.strideA * inner.count,
        axis.strideB == inner.strideB * inner.count
      {
        axes[axes.count - 1].count *= size
      } else {
        axes.append(axis)
      }
    }
    shape = Shape(dimensions.reversed())
    if let first = axes.first {
      row = first
      outer = Array(axes.dropFirst())
    }
  }

  /// The number of rows that the result has.
  var rowCount: Int { outer.reduce(1) { $0 * $1.count } }

  /// Where a row begins in each operand; in the result it begins at `index · row.count`.
  @inline(__always)
  func offsets(ofRow index: Int) -> (a: Int, b: Int) {
    var (index, a, b) = (index, 0, 0)
    for axis in outer {
      let (others, place) = index.quotientAndRemainder(dividingBy: axis.count)
      a += axis.strideA * place
      b += axis.strideB * place
      index = others
    }
    return (a, b)
  }
}
