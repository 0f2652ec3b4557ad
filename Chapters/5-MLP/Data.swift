import Digits
import Learning
import Tensors

// snippet.data
/// Images `[n, 28, 28]` from 0 to 1, and one-hot targets `[n, 10]`.
typealias Batches = Dataset<(Tensor<Float>, Tensor<Float>)>

/// The images and labels in file order, cut into batches. The bytes become numbers a
/// batch at a time: pixels from 0 to 1, and for each label ten numbers, 1 at its digit.
func batches(
  _ images: Tensor<UInt8>, _ labels: Tensor<UInt8>, size: Int
) -> Batches {
  Dataset.fromTensorSlices((images, labels)).batch(size).map { x, y in
    (Tensor<Float>(x) / 255, oneHot(y, depth: 10))
  }
}
// snippet.end
