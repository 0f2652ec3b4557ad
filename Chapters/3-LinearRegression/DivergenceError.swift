import Tensors

// snippet.divergence
/// A descent whose loss is no finite number any more: the learning rate is too large.
struct DivergenceError: Error, CustomStringConvertible {
  let description: String

  /// Descends from b = w = 0 once more, to the first step behind which that is so.
  init(on sample: Sample, learningRate: Double) {
    let (xArr, yArr) = (sample.xArr, sample.yArr)
    var (b, w, step) = (0.0, 0.0, 0)
    var last = loss(b: b, w: w, xArr: xArr, yArr: yArr)
    while last.isFinite {
      (b, w) = stepGradient(bCur: b, wCur: w, xArr: xArr, yArr: yArr, lr: learningRate)
      last = loss(b: b, w: w, xArr: xArr, yArr: yArr)
      step += 1
    }
    description =
      "step \(step): the loss is \(last.python); try a smaller --learning-rate"
  }
}
// snippet.end
