/// A type of scalars whose arrays can be printed as NumPy prints them.
public protocol PrintableScalar {
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

extension PrintableScalar {
  /// Most types are named.
  public static var isDtypeImplied: Bool { false }
  /// Most scalars look the same in Python as in NumPy.
  public var pythonText: String { numpyText }
}

extension Bool: PrintableScalar {
  /// NumPy's name of the type.
  public static let dtype = "bool"
  /// `repr` does not name the type.
  public static let isDtypeImplied = true
  /// The scalar as NumPy prints it.
  public var numpyText: String { self ? "True" : "False" }

  /// The scalars as an array shows them, all of one width.
  public static func column(of scalars: [Bool]) -> [String] {
    scalars.map { $0 ? " True" : "False" }
  }
}

extension PrintableScalar where Self: FixedWidthInteger {
  /// The integer in decimal.
  public var numpyText: String { description }

  /// The integers as an array shows them, ending in the same column.
  public static func column(of scalars: [Self]) -> [String] {
    rightAligned(scalars.map { $0.description })
  }
}

extension UInt8: PrintableScalar {
  /// NumPy's name of the type.
  public static let dtype = "uint8"
}

extension Int32: PrintableScalar {
  /// NumPy's name of the type.
  public static let dtype = "int32"
}

/// The texts with spaces before them, so that all end in the same column.
func rightAligned(_ texts: [String]) -> [String] {
  let width = texts.map { $0.utf8.count }.max() ?? 0
  return texts.map { String(repeating: " ", count: width - $0.utf8.count) + $0 }
}
