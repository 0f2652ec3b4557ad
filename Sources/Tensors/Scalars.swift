/// A type that may stand in a tensor: `Bool`, `UInt8`, `Int32`, `Float` or `Double`.
public protocol TensorScalar: PrintableScalar, Sendable, Equatable, BitwiseCopyable {}

/// A number that may stand in a tensor: `UInt8`, `Int32`, `Float` or `Double`.
public protocol TensorNumber: TensorScalar, Numeric, Comparable {
  /// The loops behind the operations on tensors of this type.
  static var kernels: NumberKernels<Self> { get }
}

/// A number that gradients can be taken of: `Float` or `Double`.
public protocol TensorFloat: TensorNumber, BinaryFloatingPoint {
  /// The loops behind the operations that only floating-point tensors have.
  static var floatKernels: FloatKernels<Self> { get }
}

extension Bool: TensorScalar {}

extension UInt8: TensorNumber {
  /// The loops for tensors of bytes.
  public static let kernels = NumberKernels<UInt8>()
}

extension Int32: TensorNumber {
  /// The loops for tensors of 32-bit integers.
  public static let kernels = NumberKernels<Int32>()
}

extension Float: TensorFloat {
  /// The loops for tensors of single-precision numbers.
  public static let kernels = NumberKernels<Float>()
  /// The loops for tensors of single-precision numbers.
  public static let floatKernels = FloatKernels<Float>(product: product)
}

extension Double: TensorFloat {
  /// The loops for tensors of double-precision numbers.
  public static let kernels = NumberKernels<Double>()
  /// The loops for tensors of double-precision numbers.
  public static let floatKernels = FloatKernels<Double>(product: product)
}
