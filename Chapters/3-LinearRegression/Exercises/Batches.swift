import ChapterKit
import Tensors

// snippet.batches
extension Exercises {
  /// Descends by the gradients of some points at a time: in every epoch the points are
  /// shuffled and cut into batches, and each batch gives a step.
  func lossesByEpoch(
    on sample: Sample, batchSize: Int, learningRate: Double, epochs: Int
  ) -> [Double] {
    let random = RandomState(seed: 1)
    let count = sample.xArr.count
    var (b, w) = (0.0, 0.0)
    return (0..<epochs).map { _ in
      let order = random.permutation(count)
      for start in stride(from: 0, to: count, by: batchSize) {
        let batch = order[start..<min(start + batchSize, count)]
        (b, w) = stepGradient(
          bCur: b, wCur: w, xArr: batch.map { sample.xArr[$0] },
          yArr: batch.map { sample.yArr[$0] }, lr: learningRate)
      }
      return loss(b: b, w: w, xArr: sample.xArr, yArr: sample.yArr)
    }
  }

  /// The loss of all points after some epochs, in batches of 100, 10 and 1.
  func descendInBatches(on sample: Sample, _ log: Transcript) {
    let losses = [100, 10, 1].map { size in
      lossesByEpoch(on: sample, batchSize: size, learningRate: 0.001, epochs: 1000)
    }
    log.region("batches") {
      log.print(" epoch  batch of 100  batch of 10  batch of 1")
      for epoch in [1, 2, 5, 10, 100, 999, 1000] {
        log.print(
          "\(epoch)".padded(6) + losses[0][epoch - 1].fixed(5).padded(14)
            + losses[1][epoch - 1].fixed(5).padded(13)
            + losses[2][epoch - 1].fixed(5).padded(12))
      }
    }
  }
}
// snippet.end
