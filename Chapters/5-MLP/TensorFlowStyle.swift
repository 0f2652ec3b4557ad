import Learning
import Tensors

// snippet.tensorflow-model
/// The network as six variables, trained by hand.
struct TensorFlowStyle: Network {
  let w1, b1, w2, b2, w3, b3: Variable<Float>
  let lr: Float
  let reduction: Reduction

  init(
    _ weights: [Tensor<Float>], learningRate: Float = 0.001,
    reduction: Reduction = .sum
  ) {
    w1 = Variable(weights[0])
    b1 = Variable(zeros([512]))
    w2 = Variable(weights[1])
    b2 = Variable(zeros([256]))
    w3 = Variable(weights[2])
    b3 = Variable(zeros([10]))
    lr = learningRate
    self.reduction = reduction
  }
  // snippet.end

  // snippet.tensorflow-out
  func out(_ x: Tensor<Float>) -> Tensor<Float> {
    let x = reshape(x, [-1, 28 * 28])
    let h1 = relu(matmul(x, w1.value) + b1.value)
    let h2 = relu(matmul(h1, w2.value) + b2.value)
    return relu(matmul(h2, w3.value) + b3.value)
  }

  var parameters: [Variable<Float>] { [w1, b1, w2, b2, w3, b3] }
  // snippet.end

  // snippet.tensorflow-step
  func step(_ x: Tensor<Float>, _ y: Tensor<Float>) -> Tensor<Float> {
    let tape = GradientTape()
    let loss = tape.record {
      let squares = square(y - out(x))
      return switch reduction {
      case .sum: reduceSum(squares) / Float(x.shape[0])
      case .mean: reduceMean(squares)
      }
    }
    let grads = tape.gradient(of: loss, withRespectTo: [w1, b1, w2, b2, w3, b3])
    w1.assignSubtract(lr * grads[0]!)
    b1.assignSubtract(lr * grads[1]!)
    w2.assignSubtract(lr * grads[2]!)
    b2.assignSubtract(lr * grads[3]!)
    w3.assignSubtract(lr * grads[4]!)
    b3.assignSubtract(lr * grads[5]!)
    return loss
  }
  // snippet.end
}
