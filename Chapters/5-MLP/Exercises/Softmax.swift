import Tensors

// snippet.softmax
/// The probabilities that ten outputs stand for.
func softmax(_ z: Tensor<Float>) -> Tensor<Float> {
  let powers = exp(z - reduceMax(z, axis: -1, keepDimensions: true))
  return powers / reduceSum(powers, axis: -1, keepDimensions: true)
}
// snippet.end
