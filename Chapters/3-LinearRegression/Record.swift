// snippet.record
/// What a descent goes through: the loss and the line after some of its steps.
struct Record {
  var iterations: [Double] = []
  var losses: [Double] = []
  var ws: [Double] = []
  var bs: [Double] = []

  /// Descends from b = w = 0 and keeps the steps 0 to 20, and then every one that is a
  /// tenth further than the last that was kept, and the last.
  init(_ sample: Sample, lr: Double, iterations count: Int) {
    let (xArr, yArr) = (sample.xArr, sample.yArr)
    var (b, w) = (0.0, 0.0)
    var next = 0
    for iteration in 0...count {
      if iteration == next || iteration == count {
        iterations.append(Double(iteration))
        losses.append(loss(b: b, w: w, xArr: xArr, yArr: yArr))
        ws.append(w)
        bs.append(b)
        next += max(1, iteration / 10)
      }
      (b, w) = stepGradient(bCur: b, wCur: w, xArr: xArr, yArr: yArr, lr: lr)
    }
  }
}
// snippet.end
