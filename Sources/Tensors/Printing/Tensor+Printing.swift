extension Tensor: CustomStringConvertible {
  /// The tensor as `print(array)` shows it in NumPy.
  ///
  ///     let x: Tensor<Float> = [[0, 1], [2, 3]]
  ///     x
  ///     // [[0. 1.]
  ///     //  [2. 3.]]
  public var description: String { printer.str }

  /// The tensor as `repr(array)` shows it in NumPy: `array([0., 1.], dtype=float32)`.
  public var numpyRepr: String { printer.repr }

  /// The tensor as `print(tensor)` shows it in TensorFlow:
  /// `tf.Tensor(5, shape=(), dtype=uint8)`.
  public var tensorFlowDescription: String { printer.tensorStr }

  /// The tensor as `repr(tensor)` shows it in TensorFlow:
  /// `<tf.Tensor: shape=(), dtype=uint8, numpy=5>`.
  public var tensorFlowRepr: String { printer.tensorRepr }

  private var printer: ArrayPrinter<Scalar> {
    ArrayPrinter(shape: shape.dimensions, scalars: scalars)
  }
}
