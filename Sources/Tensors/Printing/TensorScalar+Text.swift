extension TensorScalar {
  /// Most types are named.
  public static var isDtypeImplied: Bool { false }
  /// Most scalars look the same in Python as in NumPy.
  public var pythonText: String { numpyText }
}

extension Bool {
  /// The scalar as NumPy prints it.
  public var numpyText: String { self ? "True" : "False" }

  /// The scalars as an array shows them, all of one width.
  public static func column(of scalars: [Bool]) -> [String] {
    scalars.map { $0 ? " True" : "False" }
  }
}

extension TensorScalar where Self: FixedWidthInteger {
  /// The integer in decimal.
  public var numpyText: String { description }

  /// The integers as an array shows them, ending in the same column.
  public static func column(of scalars: [Self]) -> [String] {
    rightAligned(scalars.map { $0.description })
  }
}

/// The texts with spaces before them, so that all end in the same column.
func rightAligned(_ texts: [String]) -> [String] {
  let width = texts.map { $0.utf8.count }.max() ?? 0
  return texts.map { String(repeating: " ", count: width - $0.utf8.count) + $0 }
}
