import Tensors

/// A function between the layers that bends what would else be one straight line.
public enum Activation: Sendable {
  /// The number as it is.
  case linear
  /// max(x, 0)
  case relu

  func callAsFunction(_ x: consuming Tensor<Float>) -> Tensor<Float> {
    switch self {
    case .linear: x
    case .relu: Tensors.relu(x)
    }
  }
}
