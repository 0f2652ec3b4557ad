import ChapterKit
import Tensors

// snippet.distance
extension Exercises {
  /// How far b and w are from the line of the least loss after more and more steps.
  func measureTheDistance(on sample: Sample, _ log: Transcript) {
    let least = sample.leastSquares
    log.region("distance") {
      log.print(" steps       b off by       w off by")
      for steps in [10, 100, 1_000, 10_000, 100_000] {
        let (b, w) = gradientDescent(
          bStart: 0, wStart: 0, xArr: sample.xArr, yArr: sample.yArr, lr: 0.001,
          iterations: steps)
        log.print(
          "\(steps)".padded(6) + (least.b - b).general(3).padded(15)
            + (least.w - w).general(3).padded(15))
      }
    }
  }
}
// snippet.end
