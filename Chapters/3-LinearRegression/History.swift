// snippet.history
/// What a descent goes through: the loss and the line after some of its steps.
struct History {
  var iterations: [Double] = []
  var losses: [Double] = []
  var ws: [Double] = []
  var bs: [Double] = []

  /// Descends from b = w = 0 and keeps the steps up to 100, every tenth up to 1000,
  /// every hundredth up to 10,000 and so on, and the last.
  init(_ sample: Sample, learningRate: Double, iterations count: Int) {
    let (xArr, yArr) = (sample.xArr, sample.yArr)
    var (b, w) = (0.0, 0.0)
    var (stride, isOver) = (1, false)
    for iteration in 0...count {
      if iteration % stride == 0 || iteration == count {
        iterations.append(Double(iteration))
        losses.append(loss(b: b, w: w, xArr: xArr, yArr: yArr))
        ws.append(w)
        bs.append(b)
        if iteration == 100 * stride { stride *= 10 }
      }
      // Where a step changes nothing, no later one does.
      if isOver { continue }
      let next = stepGradient(
        bCur: b, wCur: w, xArr: xArr, yArr: yArr, lr: learningRate)
      isOver = next == (b, w)
      (b, w) = next
    }
  }
}
// snippet.end
