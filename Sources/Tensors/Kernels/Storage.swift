/// A block of memory for the scalars of a tensor, shared by its copies and slices.
final class Storage<Scalar: TensorScalar>: @unchecked Sendable {
  // Unchecked: it is written only while one tensor alone refers to it.
  let base: UnsafeMutablePointer<Scalar>
  let count: Int

  /// Room for `count` scalars, not yet written.
  init(count: Int) {
    self.count = count
    let bytes = max(count, 1) * MemoryLayout<Scalar>.stride
    base = MemoryPool.take(bytes: bytes).bindMemory(to: Scalar.self, capacity: count)
  }

  /// A copy of the scalars.
  convenience init(copying scalars: [Scalar]) {
    self.init(count: scalars.count)
    scalars.withUnsafeBufferPointer { source in
      if let start = source.baseAddress {
        base.initialize(from: start, count: source.count)
      }
    }
  }

  deinit {
    MemoryPool.giveBack(base, bytes: max(count, 1) * MemoryLayout<Scalar>.stride)
  }
}

extension Tensor {
  /// A tensor whose scalars `write` puts into the memory that it is given.
  @inline(__always)
  init(shape: Shape, write: (UnsafeMutablePointer<Scalar>) -> Void) {
    let storage = Storage<Scalar>(count: shape.count)
    write(storage.base)
    self.init(shape: shape, storage: storage)
  }

  /// The result of an operation, which `write` makes from the scalars of its first
  /// operand: in their place if they are as many, of the same type, all of their
  /// memory, and nobody else holds them; beside them else. So `matmul(x, w) + b` takes
  /// memory once.
  @inline(__always)
  init<Operand>(
    shape: Shape, over operand: consuming Tensor<Operand>,
    write: (UnsafePointer<Operand>, UnsafeMutablePointer<Scalar>) -> Void
  ) {
    if Operand.self == Scalar.self, operand.count == shape.count,
      operand.storage.count == shape.count, isKnownUniquelyReferenced(&operand.storage)
    {
      let storage = unsafeDowncast(operand.storage, to: Storage<Scalar>.self)
      operand.withPointer { write($0, storage.base) }
      self.init(shape: shape, storage: storage)
    } else {
      self.init(shape: shape) { result in operand.withPointer { write($0, result) } }
    }
  }

  /// A tensor whose scalars `write` puts, all of them, into the buffer that it is
  /// given: how a reader of files fills a tensor without a second copy.
  public init<Failure: Error>(
    shape: Shape,
    initializingWith write: (UnsafeMutableBufferPointer<Scalar>) throws(Failure) -> Void
  ) throws(Failure) {
    let storage = Storage<Scalar>(count: shape.count)
    try write(UnsafeMutableBufferPointer(start: storage.base, count: shape.count))
    self.init(shape: shape, storage: storage)
  }

  /// The scalars in row-major order.
  public var scalars: [Scalar] {
    withPointer { Array(UnsafeBufferPointer(start: $0, count: count)) }
  }

  /// The address of the first scalar, valid while `body` runs.
  @inline(__always)
  func withPointer<Result>(_ body: (UnsafePointer<Scalar>) -> Result) -> Result {
    withExtendedLifetime(storage) { body(UnsafePointer(storage.base + offset)) }
  }
}
