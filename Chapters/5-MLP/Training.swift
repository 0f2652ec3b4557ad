import Learning
import Tensors

// snippet.train
/// Trains a network on all batches, epoch by epoch, and hands each loss to `report`.
func train(
  _ style: any Style, on batches: Batches, epochs: Int,
  report: (_ epoch: Int, _ step: Int, _ loss: Float) throws -> Void
) throws {
  for epoch in 0..<epochs {
    for (step, (x, y)) in batches.enumerated() {
      let loss = style.step(x, y).item
      guard loss.isFinite else {
        throw LossError(epoch: epoch, step: step, loss: loss)
      }
      try report(epoch, step, loss)
    }
  }
}
// snippet.end

/// A loss that is no number any more: the learning rate is too large.
struct LossError: Error, CustomStringConvertible {
  let epoch: Int
  let step: Int
  let loss: Float

  var description: String {
    "epoch \(epoch), step \(step): the loss is \(loss); try a smaller --learning-rate"
  }
}

// snippet.evaluate
/// How well a network does on images that it has not seen.
struct Evaluation {
  /// The share of images whose greatest output is that of their digit.
  let accuracy: Double

  /// The outputs that are 0 for every image: their ReLU is dead.
  let deadUnits: Int

  init(_ style: any Style, images: Tensor<UInt8>, labels: Tensor<UInt8>) {
    var right = 0
    var greatest: Tensor<Float> = zeros([10])
    for (x, y) in batches(images, labels, size: 1000) {
      let out = style.out(x)
      let isRight = argmax(out, axis: 1) .== argmax(y, axis: 1)
      right += Int(reduceSum(Tensor<Int32>(isRight)).item)
      greatest = reduceMax(stack([greatest, reduceMax(out, axis: 0)]), axis: 0)
    }
    accuracy = Double(right) / Double(images.shape[0])
    deadUnits = Int(reduceSum(Tensor<Int32>(greatest .== 0)).item)
  }
}
// snippet.end
