import ChapterKit
import Tensors

// snippet.vectorized
extension Exercises {
  /// One step, with the sums over all points left to the tensors.
  func step(
    b: Double, w: Double, x: Tensor<Double>, y: Tensor<Double>, learningRate: Double
  ) -> (b: Double, w: Double) {
    let error = w * x + b - y
    let bGradient = reduceMean(2.0 * error).item
    let wGradient = reduceMean(2.0 * error * x).item
    return (b - learningRate * bGradient, w - learningRate * wGradient)
  }

  /// A thousand steps with tensors, beside a thousand with the chapter's loops.
  func descendWithTensors(on sample: Sample, _ log: Transcript) {
    let (x, y) = (Tensor(sample.xArr), Tensor(sample.yArr))
    var (b, w) = (0.0, 0.0)
    for _ in 0..<1000 {
      (b, w) = step(b: b, w: w, x: x, y: y, learningRate: 0.001)
    }
    let loops = gradientDescent(
      bStart: 0, wStart: 0, xArr: sample.xArr, yArr: sample.yArr, lr: 0.001,
      iterations: 1000)
    log.region("vectorized") {
      log.print("tensors: b = \(b.python), w = \(w.python)")
      log.print("loops:   b = \(loops.b.python), w = \(loops.w.python)")
    }
  }
}
// snippet.end
