/// A type that may stand in a tensor: `Bool`, `UInt8`, `Int32`, `Float` or `Double`.
public protocol TensorScalar: Sendable, Equatable, BitwiseCopyable {
  /// NumPy's name of the type, such as `float32`.
  static var dtype: String { get }

  /// Whether `repr` may leave the dtype out, as the values alone tell it.
  static var isDtypeImplied: Bool { get }

  /// The text of a single scalar, as `str(np.float32(0.1))` gives it: `0.1`.
  var numpyText: String { get }

  /// The text of the Python number of the same value, as `repr(np.float32(0.1).item())`
  /// gives it: `0.10000000149011612`.
  var pythonText: String { get }

  /// The texts of the scalars that an array shows, all of one width and aligned:
  /// `[" 1.  ", "10.25"]`.
  static func column(of scalars: [Self]) -> [String]
}

/// A number that may stand in a tensor: `UInt8`, `Int32`, `Float` or `Double`.
public protocol TensorNumber: TensorScalar, Numeric, Comparable {
  /// The loops behind the operations on tensors of this type.
  static var kernels: NumberKernels<Self> { get }
}

/// A number that gradients can be taken of: `Float` or `Double`.
public protocol TensorFloat: TensorNumber, BinaryFloatingPoint, CustomStringConvertible
{
  /// The loops behind the operations that only floating-point tensors have.
  static var floatKernels: FloatKernels<Self> { get }

  /// The magnitude from which a single number is written with an exponent.
  static var scalarLimit: Double { get }

  /// The magnitude from which the numbers of an array are written with an exponent.
  static var columnLimit: Self { get }
}

extension Bool: TensorScalar {
  /// NumPy's name of the type.
  public static let dtype = "bool"
  /// `repr` does not name the type.
  public static let isDtypeImplied = true
}

extension UInt8: TensorNumber {
  /// NumPy's name of the type.
  public static let dtype = "uint8"
  /// The loops for tensors of bytes.
  public static let kernels = NumberKernels<UInt8>()
}

extension Int32: TensorNumber {
  /// NumPy's name of the type.
  public static let dtype = "int32"
  /// The loops for tensors of 32-bit integers.
  public static let kernels = NumberKernels<Int32>()
}

extension Float: TensorFloat {
  /// NumPy's name of the type.
  public static let dtype = "float32"
  /// The magnitude from which a single number is written with an exponent.
  public static let scalarLimit = 1e6
  /// The magnitude from which an array is written with exponents.
  public static let columnLimit: Float = 1e6
  /// The loops for tensors of single-precision numbers.
  public static let kernels = NumberKernels<Float>()
  /// The loops for tensors of single-precision numbers.
  public static let floatKernels = FloatKernels<Float>(product: product)
}

extension Double: TensorFloat {
  /// NumPy's name of the type.
  public static let dtype = "float64"
  /// `repr` does not name the type.
  public static let isDtypeImplied = true
  /// The magnitude from which a single number is written with an exponent.
  public static let scalarLimit = 1e16
  /// The magnitude from which an array is written with exponents.
  public static let columnLimit = 1e8
  /// The loops for tensors of double-precision numbers.
  public static let kernels = NumberKernels<Double>()
  /// The loops for tensors of double-precision numbers.
  public static let floatKernels = FloatKernels<Double>(product: product)
}
