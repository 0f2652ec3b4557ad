import Tensors

/// What becomes of the squared errors of a batch.
public enum Reduction: String, CaseIterable, Sendable {
  /// The sum over the outputs of an image, the mean over the images.
  case sum
  /// The mean over all outputs of all images.
  case mean
}

// snippet.mean-squared-error
/// The mean squared error of predictions `[n, outputs]` against targets of that shape.
///
/// - With `.sum`, loss = Σᵢ Σⱼ (outᵢⱼ − yᵢⱼ)² / n
/// - With `.mean`, loss = Σᵢ Σⱼ (outᵢⱼ − yᵢⱼ)² / (n · outputs)
///
///     let out: Tensor<Float> = [[1, 2], [3, 4]]
///     let y: Tensor<Float> = [[1, 0], [3, 0]]
///     meanSquaredError(out, y, reduction: .sum)   // 10.0
///     meanSquaredError(out, y, reduction: .mean)  // 5.0
public func meanSquaredError<Scalar: TensorFloat>(
  _ out: Tensor<Scalar>, _ y: Tensor<Scalar>, reduction: Reduction = .mean,
  file: StaticString = #fileID, line: UInt = #line
) -> Tensor<Scalar> {
  // Broadcasting would let [n, 1] meet [n] and give n · n errors.
  guard out.shape == y.shape, out.rank > 0 else {
    fatalError(
      "meanSquaredError: predictions \(out.shape.dimensions) "
        + "against targets \(y.shape.dimensions)",
      file: file, line: line)
  }
  let squares = square(out - y)
  return switch reduction {
  case .sum: reduceSum(squares).divided(by: out.shape[0])
  case .mean: reduceMean(squares)
  }
}
// snippet.end
