import Tensors

// snippet.least-squares
extension Sample {
  /// The line of the least loss, computed without a descent: both derivatives of the
  /// loss are zero there, which gives
  /// w = Σᵢ (xᵢ − x̄)(yᵢ − ȳ) / Σᵢ (xᵢ − x̄)² and b = ȳ − w · x̄.
  var leastSquares: (b: Double, w: Double) {
    let (x, y) = (Tensor(xArr), Tensor(yArr))
    let (dx, dy) = (x - reduceMean(x), y - reduceMean(y))
    let w = reduceSum(dx * dy) / reduceSum(dx * dx)
    let b = reduceMean(y) - w * reduceMean(x)
    return (b.item, w.item)
  }
}
// snippet.end
