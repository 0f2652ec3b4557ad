// Scalars moved, not computed: the type matters only by its size.

/// The tensor with its axes in the opposite order.
func transposed<Scalar>(_ x: Tensor<Scalar>) -> Tensor<Scalar> {
  let shape = Shape(x.shape.dimensions.reversed())
  let steps = Array(x.shape.strides.reversed())
  return Tensor(shape: shape) { y in
    x.withPointer { x in
      let (from, to) = (UnsafeRawPointer(x), UnsafeMutableRawPointer(y))
      // Concrete loops: a generic one would copy through calls, scalar by scalar.
      switch MemoryLayout<Scalar>.size {
      case 1: gather(from, to, UInt8.self, shape, steps)
      case 4: gather(from, to, UInt32.self, shape, steps)
      default: gather(from, to, UInt64.self, shape, steps)
      }
    }
  }
}

/// Fills a block of `shape` with the scalars `steps` apart along each axis.
@inline(__always)
private func gather<Bits>(
  _ from: UnsafeRawPointer, _ to: UnsafeMutableRawPointer, _: Bits.Type,
  _ shape: Shape, _ steps: [Int]
) {
  guard shape.count > 0 else { return }
  let from = from.assumingMemoryBound(to: Bits.self)
  let to = to.assumingMemoryBound(to: Bits.self)
  guard let length = shape.dimensions.last, let step = steps.last else {
    to[0] = from[0]
    return
  }
  var index = [Int](repeating: 0, count: shape.rank - 1)
  var source = 0
  for row in 0..<shape.count / length {
    for i in 0..<length { to[row * length + i] = from[source + i * step] }
    for axis in index.indices.reversed() {
      index[axis] += 1
      source += steps[axis]
      if index[axis] < shape[axis] { break }
      source -= steps[axis] * index[axis]
      index[axis] = 0
    }
  }
}

/// The tensors one after the other.
func joined<Scalar>(_ tensors: [Tensor<Scalar>], shape: Shape) -> Tensor<Scalar> {
  Tensor(shape: shape) { y in
    var end = y
    for tensor in tensors {
      tensor.withPointer { end.initialize(from: $0, count: tensor.count) }
      end += tensor.count
    }
  }
}

/// Zeros of `shape` with `x` in the place of the slices from `start` on.
func placed<Scalar>(
  _ x: Tensor<Scalar>, at start: Int, of shape: Shape
) -> Tensor<Scalar> {
  Tensor(shape: shape) { y in
    UnsafeMutableRawPointer(y).initializeMemory(
      as: UInt8.self, repeating: 0, count: shape.count * MemoryLayout<Scalar>.stride)
    x.withPointer {
      (y + start * shape.dropFirst.count).update(from: $0, count: x.count)
    }
  }
}
