extension RandomState {
  /// A tensor of the uniform distribution over [0, 1), drawn in row-major order.
  ///
  ///     RandomState(seed: 7).randomSample([6, 3]).shape  // (6, 3)
  public func randomSample(_ shape: Shape) -> Tensor<Double> {
    Tensor(shape: shape, scalars: (0..<shape.count).map { _ in randomSample() })
  }

  /// A tensor of the uniform distribution over [low, high), drawn in row-major order.
  public func uniform(
    low: Double = 0, high: Double = 1, _ shape: Shape,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Tensor<Double> {
    let scalars = (0..<shape.count).map { _ in
      uniform(low: low, high: high, file: file, line: line)
    }
    return Tensor(shape: shape, scalars: scalars)
  }

  /// A tensor of the normal distribution of mean 0 and variance 1, drawn in row-major
  /// order.
  ///
  ///     RandomState(seed: 7).randn([100]).shape  // (100,)
  public func randn(_ shape: Shape) -> Tensor<Double> {
    Tensor(shape: shape, scalars: (0..<shape.count).map { _ in randn() })
  }
}
