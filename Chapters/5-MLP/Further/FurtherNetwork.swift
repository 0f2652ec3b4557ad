import Learning
import Safetensors
import Tensors

// snippet.softmax
/// Outputs as probabilities.
struct Softmax: Layer {
  func callAsFunction(_ x: Tensor<Float>) -> Tensor<Float> { softmax(x) }

  var parameters: [Variable<Float>] { [] }
}

extension KerasStyle {
  /// A network that was trained with cross-entropy, to be asked: what it gives are the
  /// probabilities of the ten digits.
  var asked: KerasStyle {
    var network = self
    network.model = Sequential {
      model
      Softmax()
    }
    return network
  }
}
// snippet.end

// snippet.weights
extension Further {
  /// Where the weights lie in the package that this program was built from.
  static let weights =
    #filePath.split(separator: "/").dropLast(4)
    .map { "/\($0)" }.joined() + "/Output/\(folder)/weights.safetensors"

  /// The file of a network's weights and biases.
  static func file(of network: some Network, as precision: Precision) -> Safetensors {
    var file = Safetensors()
    file.metadata = [("network", "further")]
    for (name, parameter) in zip(SavedRun.names, network.parameters) {
      file.add(name, parameter.value, as: precision)
    }
    return file
  }
}
// snippet.end
