// The order of a sum of floating-point numbers is part of its result, so it is fixed
// here by the shape alone, and it is NumPy's for an array in row-major order: lanes that
// lie in one piece are summed pairwise, lanes side by side in ascending order, and
// either sum is added to zero, so that negative zeros add up to +0.

/// The sum of each lane of floating-point numbers.
@inline(__always)
func pairwiseSum<Scalar: TensorFloat>(
  _ x: Tensor<Scalar>, _ lanes: Lanes
) -> Tensor<Scalar> {
  Tensor(shape: [lanes.count]) { y in
    x.withPointer { x in
      if lanes.inner == 1 {
        for lane in 0..<lanes.outer {
          y[lane] = 0 + pairwiseSum(x + lane * lanes.length, lanes.length)
        }
        return
      }
      y.initialize(repeating: 0, count: lanes.count)
      for block in 0..<lanes.outer {
        let y = y + block * lanes.inner
        inStretches(lanes.inner, elementsEach: lanes.length) { range in
          for row in 0..<lanes.length {
            let x = x + (block * lanes.length + row) * lanes.inner
            for i in range { y[i] += x[i] }
          }
        }
      }
    }
  }
}

// snippet.pairwise-sum
/// The sum of `count` numbers, halved until 128 remain, which eight accumulators share:
/// its error grows with log n, not with n, and eight lanes of a vector do the work.
///
/// Source: N. Higham, The accuracy of floating point summation, SIAM J. Sci. Comput.
/// 14 (1993); the block size and order are NumPy's.
private func pairwiseSum<Scalar: TensorFloat>(
  _ x: UnsafePointer<Scalar>, _ count: Int
) -> Scalar {
  if count < 8 {
    return (0..<count).reduce(0) { $0 + x[$1] }
  }
  if count > 128 {
    var half = count / 2
    half -= half % 8
    return pairwiseSum(x, half) + pairwiseSum(x + half, count - half)
  }
  var (s0, s1, s2, s3) = (x[0], x[1], x[2], x[3])
  var (s4, s5, s6, s7) = (x[4], x[5], x[6], x[7])
  let whole = count - count % 8
  for i in stride(from: 8, to: whole, by: 8) {
    s0 += x[i]
    s1 += x[i + 1]
    s2 += x[i + 2]
    s3 += x[i + 3]
    s4 += x[i + 4]
    s5 += x[i + 5]
    s6 += x[i + 6]
    s7 += x[i + 7]
  }
  var sum = ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7))
  for i in whole..<count { sum += x[i] }
  return sum
}
// snippet.end

/// Calls `body` with each lane's number and the index of its greatest element: the first
/// of several, the first NaN where there is one.
@inline(__always)
private func forEachGreatest<Scalar: TensorFloat>(
  _ x: UnsafePointer<Scalar>, _ lanes: Lanes,
  _ body: (_ lane: Int, _ index: Int) -> Void
) {
  for block in 0..<lanes.outer {
    for side in 0..<lanes.inner {
      let start = block * lanes.length * lanes.inner + side
      var best = 0
      var greatest = x[start]
      for i in 1..<max(lanes.length, 1) {
        let next = x[start + i * lanes.inner]
        // Not `next > greatest`: a NaN must win, and once it has, stay.
        if !(greatest >= next) && greatest == greatest {
          best = i
          greatest = next
        }
      }
      body(block * lanes.inner + side, best)
    }
  }
}

/// The greatest element of each lane.
@inline(__always)
func greatest<Scalar: TensorFloat>(
  _ x: Tensor<Scalar>, _ lanes: Lanes
) -> Tensor<Scalar> {
  Tensor(shape: [lanes.count]) { y in
    x.withPointer { x in
      forEachGreatest(x, lanes) { y[$0] = x[lanes.offset($0, $1)] }
    }
  }
}

/// The index of the greatest element of each lane.
@inline(__always)
func indexOfGreatest<Scalar: TensorFloat>(
  _ x: Tensor<Scalar>, _ lanes: Lanes
) -> Tensor<Int32> {
  Tensor(shape: [lanes.count]) { y in
    x.withPointer { x in
      forEachGreatest(x, lanes) { y[$0] = Int32(truncatingIfNeeded: $1) }
    }
  }
}

/// Each lane's `dy` shared equally among the elements that equal its greatest, `y`; NaN
/// where none does, because `y` is NaN.
@inline(__always)
func shareOfGreatest<Scalar: TensorFloat>(
  _ dy: Tensor<Scalar>, _ x: Tensor<Scalar>, _ y: Tensor<Scalar>, _ lanes: Lanes
) -> Tensor<Scalar> {
  Tensor(shape: x.shape) { dx in
    for (lane, (dy, greatest)) in Swift.zip(dy.scalars, y.scalars).enumerated() {
      x.withPointer { x in
        let ties = (0..<lanes.length).count { x[lanes.offset(lane, $0)] == greatest }
        let rest: Scalar = ties == 0 ? .nan : 0
        for i in 0..<lanes.length {
          let offset = lanes.offset(lane, i)
          dx[offset] = x[offset] == greatest ? quotient(dy, ties) : rest
        }
      }
    }
  }
}
