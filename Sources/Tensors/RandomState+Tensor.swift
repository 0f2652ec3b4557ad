extension RandomState {
  /// A tensor of the uniform distribution over [0, 1), drawn in row-major order.
  ///
  ///     RandomState(seed: 7).randomSample([6, 3]).shape  // (6, 3)
  public func randomSample(_ shape: Shape) -> Tensor<Double> {
    Tensor(shape: shape, scalars: randomSample(count: shape.count))
  }

  /// A tensor of the uniform distribution over [low, high), drawn in row-major order.
  public func uniform(low: Double = 0, high: Double = 1, _ shape: Shape) -> Tensor<
    Double
  > {
    Tensor(shape: shape, scalars: uniform(low: low, high: high, count: shape.count))
  }

  /// A tensor of the normal distribution of mean 0 and variance 1, drawn in row-major
  /// order.
  ///
  ///     RandomState(seed: 7).randn([100]).shape  // (100,)
  public func randn(_ shape: Shape) -> Tensor<Double> {
    Tensor(shape: shape, scalars: randn(count: shape.count))
  }
}
