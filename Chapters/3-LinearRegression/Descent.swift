// snippet.loss
/// The loss: the mean squared error of the line y = w · x + b.
///
/// loss = Σᵢ (w · xᵢ + b − yᵢ)² / n
func loss(b: Double, w: Double, xArr: [Double], yArr: [Double]) -> Double {
  var totalLoss = 0.0
  for i in 0..<xArr.count {
    let x = xArr[i]
    let y = yArr[i]
    let error = y - (w * x + b)
    totalLoss = totalLoss + error * error
  }
  return totalLoss / Double(xArr.count)
}
// snippet.end

// snippet.step-gradient
/// One step against the gradient, with the learning rate lr.
///
/// ∂loss/∂w = Σᵢ 2 (w · xᵢ + b − yᵢ) · xᵢ / n,  ∂loss/∂b = Σᵢ 2 (w · xᵢ + b − yᵢ) / n
func stepGradient(
  bCur: Double, wCur: Double, xArr: [Double], yArr: [Double], lr: Double
) -> (b: Double, w: Double) {
  var bGradient = 0.0
  var wGradient = 0.0
  let n = Double(xArr.count)
  for i in 0..<xArr.count {
    let x = xArr[i]
    let y = yArr[i]
    wGradient = wGradient + (2 / n) * ((wCur * x + bCur) - y) * x
    bGradient = bGradient + (2 / n) * ((wCur * x + bCur) - y)
  }
  let bNew = bCur - (lr * bGradient)
  let wNew = wCur - (lr * wGradient)
  return (bNew, wNew)
}
// snippet.end

// snippet.gradient-descent
/// Steps over and over, from bStart and wStart.
func gradientDescent(
  bStart: Double, wStart: Double, xArr: [Double], yArr: [Double], lr: Double,
  iterations: Int
) -> (b: Double, w: Double) {
  var b = bStart
  var w = wStart
  for _ in 0..<iterations {
    (b, w) = stepGradient(bCur: b, wCur: w, xArr: xArr, yArr: yArr, lr: lr)
  }
  return (b, w)
}
// snippet.end
