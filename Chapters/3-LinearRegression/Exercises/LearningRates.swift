import ChapterKit
import Tensors

// snippet.rates
extension Exercises {
  /// How many steps each learning rate needs to come within a thousandth of the least
  /// loss.
  func findTheBestLearningRate(on sample: Sample, _ log: Transcript) {
    let (xArr, yArr) = (sample.xArr, sample.yArr)
    let least = sample.leastSquares
    let goal = 1.001 * loss(b: least.b, w: least.w, xArr: xArr, yArr: yArr)
    var best = (learningRate: 0.0, steps: Int.max)
    log.region("rates") {
      log.print("   rate   steps")
      for learningRate in [0.0001, 0.001, 0.01, 0.02, 0.028, 0.029, 0.0294] {
        var (b, w, steps) = (0.0, 0.0, 0)
        while loss(b: b, w: w, xArr: xArr, yArr: yArr) > goal {
          (b, w) = stepGradient(
            bCur: b, wCur: w, xArr: xArr, yArr: yArr, lr: learningRate)
          steps += 1
        }
        if steps < best.steps { best = (learningRate, steps) }
        log.print(learningRate.general().padded(7) + "\(steps)".padded(8))
      }
    }
    log.value("best-rate", best.learningRate)
  }
}
// snippet.end
