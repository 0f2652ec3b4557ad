// `astype` of NumPy: a tensor with the same shape and another type of scalar. From one
// floating-point type to another it has the derivative 1; an integer has none.

extension Tensor where Scalar: TensorNumber {
  /// The bytes as another type: `Tensor<Float>(images) / 255`.
  public init(_ x: Tensor<UInt8>) { self = Scalar.kernels.fromUInt8(x) }

  /// The integers as another type. One that does not fit ends the program.
  public init(_ x: Tensor<Int32>) { self = Scalar.kernels.fromInt32(x) }

  /// The numbers as another type: rounded to the nearest where it is a floating-point
  /// one, cut towards zero where it is an integer. One that does not fit an integer
  /// type ends the program.
  public init(_ x: Tensor<Float>) { self = Scalar.kernels.fromFloat(x) }

  /// The numbers as another type: rounded to the nearest where it is a floating-point
  /// one, cut towards zero where it is an integer. One that does not fit an integer
  /// type ends the program.
  public init(_ x: Tensor<Double>) { self = Scalar.kernels.fromDouble(x) }

  /// 1 where true, 0 where false.
  ///
  ///     let (predicted, labels): (Tensor<UInt8>, Tensor<UInt8>) = ([1, 2, 7, 3], [1, 2, 9, 3])
  ///     reduceMean(Tensor<Float>(predicted .== labels))  // 0.75
  public init(_ x: Tensor<Bool>) { self = Scalar.kernels.fromBool(x) }
}

extension Tensor where Scalar: TensorFloat {
  /// The numbers rounded to this type. ∂y/∂x = 1
  @inline(__always)
  init<Other: TensorFloat>(converting x: Tensor<Other>) {
    self = map(x) { $0.fill { Scalar($0) } }.recorded(convertedFrom: x)
  }
}
