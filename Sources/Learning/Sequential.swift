import Tensors

// snippet.sequential
/// Layers one after the other: the output of each is the input of the next.
///
///     let random = RandomState(seed: 0)
///     let model = Sequential {
///       Dense(784, 512, activation: .relu, from: random)
///       Dense(512, 10, activation: .relu, from: random)
///     }
///     model(zeros([200, 784])).shape  // (200, 10)
public struct Sequential: Layer {
  private let layers: [any Layer]

  /// The layers that the block lists.
  public init(@LayerBuilder _ layers: () -> [any Layer]) {
    self.layers = layers()
  }

  /// The last layer of … of the first layer of `x`.
  public func callAsFunction(_ x: Tensor<Float>) -> Tensor<Float> {
    layers.reduce(x) { x, layer in layer(x) }
  }

  /// The parameters of every layer, first to last.
  public var parameters: [Variable<Float>] { layers.flatMap { $0.parameters } }
}
// snippet.end

/// Collects the layers that a block lists, one a line.
@resultBuilder
public enum LayerBuilder {
  /// The layers of the block, in order.
  public static func buildBlock(_ layers: any Layer...) -> [any Layer] { layers }
}
