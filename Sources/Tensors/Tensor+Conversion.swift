// `astype` of NumPy: a tensor with the same shape and another type of scalar. From one
// floating-point type to another it has the derivative 1.

extension Tensor where Scalar: TensorFloat {
  /// The bytes as another type: `Tensor<Float>(images) / 255`.
  public init(_ x: Tensor<UInt8>) { self = Scalar.floatKernels.fromUInt8(x) }

  /// The integers, rounded to the nearest number of this type.
  public init(_ x: Tensor<Int32>) { self = Scalar.floatKernels.fromInt32(x) }

  /// The numbers as this type.
  public init(_ x: Tensor<Float>) { self = Scalar.floatKernels.fromFloat(x) }

  /// The numbers, rounded to the nearest one of this type.
  public init(_ x: Tensor<Double>) { self = Scalar.floatKernels.fromDouble(x) }

  /// 1 where true, 0 where false.
  ///
  ///     let (predicted, labels): (Tensor<UInt8>, Tensor<UInt8>) = ([1, 2, 7, 3], [1, 2, 9, 3])
  ///     reduceMean(Tensor<Float>(predicted .== labels))  // 0.75
  public init(_ x: Tensor<Bool>) { self = Scalar.floatKernels.fromBool(x) }

  /// The numbers rounded to this type. ∂y/∂x = 1
  @inline(__always)
  init<Other: TensorFloat>(converting x: Tensor<Other>) {
    self = map(x) { $0.fill { Scalar($0) } }.recorded(convertedFrom: x)
  }
}

extension Tensor<Int32> {
  /// The bytes as integers.
  public init(_ x: Tensor<UInt8>) { self = map(x) { $0.fill { Int32($0) } } }
}
