/// How arrays are printed, under the names of NumPy's `np.set_printoptions` and with its
/// defaults.
enum PrintOptions {
  /// How many decimals an array shows at most.
  static let precision = 8
  /// Larger arrays show only the ends of their axes.
  static let threshold = 1000
  /// How many positions they show at either end.
  static let edgeItems = 3
  /// Rows are broken to fit so many columns.
  static let lineWidth = 75
}
