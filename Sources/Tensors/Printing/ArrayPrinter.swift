/// An array as NumPy and TensorFlow print it, to the byte.
///
///     let printer = ArrayPrinter<Float>(shape: [2, 2], scalars: [1, 2, 3, 4])
///     printer.str   // [[1. 2.]
///                   //  [3. 4.]]
///     printer.repr  // array([[1., 2.],
///                   //        [3., 4.]], dtype=float32)
///
/// The truth is NumPy 2.4 with its default print options, and TensorFlow 2.21.
struct ArrayPrinter<Scalar: PrintableScalar> {
  private let shape: Shape
  private let scalars: [Scalar]

  /// An array of the shape, whose scalars stand in row-major order.
  init(shape: [Int], scalars: [Scalar]) {
    self.shape = Shape(shape)
    self.scalars = scalars
    guard self.shape.count == scalars.count else {
      fatalError("print: \(scalars.count) scalars do not fill the shape \(self.shape)")
    }
  }

  /// What `print(array)` gives. A rank-0 array prints as its scalar does.
  var str: String {
    shape.rank == 0 ? scalars[0].numpyText : body(separator: "", prefix: 0, suffix: 0)
  }

  /// What `repr(array)` gives: an expression, with the dtype unless the values tell it.
  var repr: String {
    let prefix = "array("
    let text = prefix + body(separator: ",", prefix: prefix.utf8.count, suffix: 1)
    var extras: [String] = []
    if (shape.count == 0 && shape != [0]) || isSummarized {
      extras.append("shape=\(shape)")
    }
    if shape.count == 0 || !Scalar.isDtypeImplied {
      extras.append("dtype=\(Scalar.dtype)")
    }
    if extras.isEmpty { return text + ")" }

    let last = text.utf8.split(separator: UInt8(ascii: "\n")).last!
    let ending = extras.joined(separator: ", ") + ")"
    let fits =
      last.count + ", ".utf8.count + ending.utf8.count <= PrintOptions.lineWidth
    let indent = String(repeating: " ", count: prefix.utf8.count)
    return text + "," + (fits ? " " : "\n" + indent) + ending
  }

  /// What `print(tensor)` gives in TensorFlow: `tf.Tensor(5, shape=(), dtype=uint8)`.
  var tensorStr: String {
    "tf.Tensor(\(onLinesOfItsOwn(str)), shape=\(shape), dtype=\(Scalar.dtype))"
  }

  /// What `repr(tensor)` gives in TensorFlow:
  /// `<tf.Tensor: shape=(), dtype=uint8, numpy=5>`.
  var tensorRepr: String {
    let value = shape.rank == 0 ? scalars[0].pythonText : onLinesOfItsOwn(repr)
    return "<tf.Tensor: shape=\(shape), dtype=\(Scalar.dtype), numpy=\(value)>"
  }

  /// The scalars in their brackets, or the scalar of a rank-0 array.
  private func body(separator: String, prefix: Int, suffix: Int) -> String {
    if shape.count == 0 { return "[]" }
    let shown = ShownPositions(shape: shape, isSummarized: isSummarized)
    let words = Scalar.column(of: shown.offsets.map { scalars[$0] })
    if shape.rank == 0 {
      // A column of booleans is as wide as `False`; a single one is not.
      return String(words[0].drop { $0 == " " })
    }
    var layout = BracketLayout(
      shown: shown, words: words, separator: separator,
      indent: prefix + 1, width: PrintOptions.lineWidth - suffix)
    return layout.block()
  }

  private var isSummarized: Bool { shape.count > PrintOptions.threshold }

  private func onLinesOfItsOwn(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "\n")) ? "\n" + text : text
  }
}
