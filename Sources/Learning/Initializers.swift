import Tensors

// How weights begin. Every number is drawn from the `RandomState` in row-major order, so
// NumPy draws the same weights from the same seed.

// snippet.glorot
/// Weights of the uniform distribution over [−l, l) with l = √(6 / (rows + columns)),
/// for a matrix of `rows` inputs by `columns` outputs: Keras' `glorot_uniform`.
///
/// With it, neither numbers nor gradients grow or fade much in layers without ReLU.
/// Source: X. Glorot and Y. Bengio, Understanding the difficulty of training deep
/// feedforward neural networks, AISTATS 2010, equation 16.
///
///     glorotUniform(784, 512, from: RandomState(seed: 0)).shape  // (784, 512)
public func glorotUniform(
  _ rows: Int, _ columns: Int, from random: RandomState
) -> Tensor<Float> {
  let limit = (6 / Double(rows + columns)).squareRoot()
  return Tensor<Float>(random.uniform(low: -limit, high: limit, [rows, columns]))
}
// snippet.end

// snippet.truncated-normal
/// Weights of the normal distribution of mean 0 and the given standard deviation, where
/// one beyond two deviations is drawn again: `tf.random.truncated_normal`.
///
///     let random = RandomState(seed: 0)
///     truncatedNormal([784, 10], standardDeviation: 0.1, from: random).shape
///     // (784, 10)
public func truncatedNormal(
  _ shape: Shape, standardDeviation: Double, from random: RandomState
) -> Tensor<Float> {
  let scalars = (0..<shape.count).map { _ in
    var z = random.randn()
    while z.magnitude > 2 { z = random.randn() }
    return Float(z * standardDeviation)
  }
  return Tensor(shape: shape, scalars: scalars)
}
// snippet.end
