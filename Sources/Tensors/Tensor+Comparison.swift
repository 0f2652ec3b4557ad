// Element by element, with NumPy's broadcasting. A comparison has no derivative.

extension Tensor where Scalar: TensorNumber {
  /// Where the two are equal.
  public static func .== (a: Tensor, b: Tensor) -> Tensor<Bool> {
    Scalar.kernels.equal(a, b)
  }
  /// Where the first is less.
  public static func .< (a: Tensor, b: Tensor) -> Tensor<Bool> {
    Scalar.kernels.less(a, b)
  }
  /// Where the first is greater.
  public static func .> (a: Tensor, b: Tensor) -> Tensor<Bool> { b .< a }

  /// Where the elements equal a number.
  public static func .== (a: Tensor, b: Scalar) -> Tensor<Bool> { a .== Tensor(b) }
  /// Where the elements are less than a number.
  public static func .< (a: Tensor, b: Scalar) -> Tensor<Bool> { a .< Tensor(b) }
  /// Where the elements are greater than a number.
  public static func .> (a: Tensor, b: Scalar) -> Tensor<Bool> { a .> Tensor(b) }
}
