// The truth is NumPy 2.4 with its default print options, and TensorFlow 2.21: the texts are
// theirs to the byte.

extension Tensor: CustomStringConvertible {
  /// The tensor as `print(array)` shows it in NumPy.
  ///
  ///     let x: Tensor<Float> = [[0, 1], [2, 3]]
  ///     x
  ///     // [[0. 1.]
  ///     //  [2. 3.]]
  public var description: String {
    rank == 0 ? item.numpyText : body(separator: "", prefix: 0, suffix: 0)
  }

  /// The tensor as `repr(array)` shows it in NumPy, with the dtype unless the values tell
  /// it: `array([0., 1.], dtype=float32)`.
  public var numpyRepr: String {
    let prefix = "array("
    let text = prefix + body(separator: ",", prefix: prefix.utf8.count, suffix: 1)
    var extras: [String] = []
    if (count == 0 && shape != [0]) || isSummarized { extras.append("shape=\(shape)") }
    if count == 0 || !Scalar.isDtypeImplied { extras.append("dtype=\(Scalar.dtype)") }
    if extras.isEmpty { return text + ")" }

    let last = text.utf8.split(separator: UInt8(ascii: "\n")).last!
    let ending = extras.joined(separator: ", ") + ")"
    let fits =
      last.count + ", ".utf8.count + ending.utf8.count <= PrintOptions.lineWidth
    let indent = String(repeating: " ", count: prefix.utf8.count)
    return text + "," + (fits ? " " : "\n" + indent) + ending
  }

  /// The tensor as `print(tensor)` shows it in TensorFlow:
  /// `tf.Tensor(5, shape=(), dtype=uint8)`.
  public var tensorFlowDescription: String {
    "tf.Tensor(\(onLinesOfItsOwn(description)), shape=\(shape), dtype=\(Scalar.dtype))"
  }

  /// The tensor as `repr(tensor)` shows it in TensorFlow:
  /// `<tf.Tensor: shape=(), dtype=uint8, numpy=5>`.
  public var tensorFlowRepr: String {
    let value = rank == 0 ? item.pythonText : onLinesOfItsOwn(numpyRepr)
    return "<tf.Tensor: shape=\(shape), dtype=\(Scalar.dtype), numpy=\(value)>"
  }

  /// The scalars in their brackets, or the scalar of a rank-0 array.
  private func body(separator: String, prefix: Int, suffix: Int) -> String {
    if count == 0 { return "[]" }
    let shown = ShownPositions(shape: shape, isSummarized: isSummarized)
    let scalars = scalars
    let words = Scalar.column(of: shown.offsets.map { scalars[$0] })
    if rank == 0 {
      // A column of booleans is as wide as `False`; a single one is not.
      return String(words[0].drop { $0 == " " })
    }
    var layout = BracketLayout(
      shown: shown, words: words.makeIterator(), separator: separator,
      indent: prefix + 1, width: PrintOptions.lineWidth - suffix)
    return layout.block()
  }

  private var isSummarized: Bool { count > PrintOptions.threshold }

  private func onLinesOfItsOwn(_ text: String) -> String {
    text.utf8.contains(UInt8(ascii: "\n")) ? "\n" + text : text
  }
}
