import ArgumentParser
import Learning
import Tensors

// snippet.style
/// A way to write the network 784–512–256–10 down, and a step of its training.
protocol Style {
  /// The ten outputs for each image: `[n, 28, 28]` becomes `[n, 10]`.
  func out(_ x: Tensor<Float>) -> Tensor<Float>

  /// One step on a batch; returns the loss before it.
  func step(_ x: Tensor<Float>, _ y: Tensor<Float>) -> Tensor<Float>

  /// What training changes: the weights and biases of the three layers.
  var parameters: [Variable<Float>] { get }
}

extension Style {
  /// The weights of the three layers as they stand.
  var weights: [Tensor<Float>] {
    parameters.filter { $0.shape.rank == 2 }.map(\.value)
  }
}
// snippet.end

// snippet.style-name
/// The names of the two styles on the command line and under Output/.
enum StyleName: String, CaseIterable, ExpressibleByArgument {
  case keras
  case tensorflow

  /// The style, with weights drawn from the seed and zero biases.
  func make(_ settings: Settings) -> any Style {
    switch self {
    case .keras: KerasStyle(settings)
    case .tensorflow: TensorFlowStyle(settings)
    }
  }
}
// snippet.end

// snippet.settings
/// What the two styles have in common, as the document has it.
struct Settings {
  var seed: UInt32 = 0
  var initializer = Initializer.glorot
  var learningRate: Float = 0.001
  var reduction = Reduction.sum

  /// The weights of the three layers, drawn one after the other from one seed.
  func weights() -> [Tensor<Float>] {
    let random = RandomState(seed: seed)
    return [(784, 512), (512, 256), (256, 10)].map { inputs, outputs in
      initializer.draw(inputs, outputs, from: random)
    }
  }
}
// snippet.end

// snippet.initializer
/// How the weights begin.
enum Initializer: String, CaseIterable, ExpressibleByArgument {
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

// snippet.arguments
extension Reduction: ExpressibleByArgument {}
// snippet.end
