import Tensors

// snippet.layer
/// A step of a network: a function of a tensor with variables that training changes.
public protocol Layer {
  /// What the layer makes of a batch.
  func callAsFunction(_ x: Tensor<Float>) -> Tensor<Float>

  /// The variables that training changes, in the order of the layer's formula.
  var parameters: [Variable<Float>] { get }
}
// snippet.end
