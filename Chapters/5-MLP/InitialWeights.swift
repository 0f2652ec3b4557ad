import Learning
import Tensors

// snippet.initial-weights
/// The seed whose losses come nearest to the document's.
let bestSeed: UInt32 = 66

/// The weights of the three layers, drawn one after the other from one seed.
func initialWeights(
  seed: UInt32 = bestSeed, _ initializer: Initializer = .glorot
) -> [Tensor<Float>] {
  let random = RandomState(seed: seed)
  return [(784, 512), (512, 256), (256, 10)].map { inputs, outputs in
    initializer.draw(inputs, outputs, from: random)
  }
}
// snippet.end

// snippet.initializer
/// How the weights begin.
enum Initializer: String, CaseIterable {
  case glorot
  case truncatedNormal = "truncated-normal"

  func draw(_ inputs: Int, _ outputs: Int, from random: RandomState) -> Tensor<Float> {
    switch self {
    case .glorot:
      glorotUniform(inputs, outputs, from: random)
    case .truncatedNormal:
      Learning.truncatedNormal(
        [inputs, outputs], standardDeviation: 0.1, from: random)
    }
  }
}
// snippet.end
