import Tensors

/// The code in the third byte of an IDX file: the type of its numbers.
///
/// Source: Y. LeCun, C. Cortes, C. J. C. Burges, "The MNIST database of handwritten
/// digits", under "File formats for the MNIST database".
public enum IDXType: UInt8, CaseIterable, Sendable {
  /// Whole numbers from 0 to 255, of one byte.
  case unsignedByte = 0x08
  /// Whole numbers from −128 to 127, of one byte.
  case signedByte = 0x09
  /// Whole numbers of two bytes.
  case short = 0x0B
  /// Whole numbers of four bytes.
  case int = 0x0C
  /// Floating-point numbers of four bytes, IEEE 754.
  case float = 0x0D
  /// Floating-point numbers of eight bytes, IEEE 754.
  case double = 0x0E
}

extension IDXType: CustomStringConvertible {
  /// The type in words and its code: `unsigned bytes (0x08)`.
  public var description: String {
    switch self {
    case .unsignedByte: "unsigned bytes (0x08)"
    case .signedByte: "signed bytes (0x09)"
    case .short: "shorts (0x0B)"
    case .int: "ints (0x0C)"
    case .float: "floats (0x0D)"
    case .double: "doubles (0x0E)"
    }
  }
}

/// A number that an IDX file may hold: `UInt8`, `Int8`, `Int16`, `Int32`, `Float` or
/// `Double`.
public protocol IDXElement: TensorScalar {
  /// The code that stands for this type.
  static var idxType: IDXType { get }
}

extension UInt8: IDXElement {
  /// Unsigned bytes.
  public static var idxType: IDXType { .unsignedByte }
}

extension Int8: IDXElement {
  /// NumPy's name of the type.
  public static let dtype = "int8"
  /// Signed bytes.
  public static var idxType: IDXType { .signedByte }
}

extension Int16: IDXElement {
  /// NumPy's name of the type.
  public static let dtype = "int16"
  /// Shorts.
  public static var idxType: IDXType { .short }
}

extension Int32: IDXElement {
  /// Ints.
  public static var idxType: IDXType { .int }
}

extension Float: IDXElement {
  /// Floats.
  public static var idxType: IDXType { .float }
}

extension Double: IDXElement {
  /// Doubles.
  public static var idxType: IDXType { .double }
}
