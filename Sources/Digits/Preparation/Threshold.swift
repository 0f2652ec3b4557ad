extension Plane {
  /// Up to where a contrast is the grain of the paper: three times its lower quartile.
  /// The ground lies about three standard deviations below paper with Gaussian noise and
  /// the quartile at 2.3, so that this is at 7, four above the paper.
  var noise: Int {
    let counts = histogram
    var (quartile, below) = (0, counts[0])
    while 4 * below < values.count {
      quartile += 1
      below += counts[quartile]
    }
    return 3 * quartile
  }

  /// The least contrast of ink: of all that parts what is above the noise in two, that
  /// with the greatest variance between the two.
  ///
  /// N. Otsu, A threshold selection method from gray-level histograms, IEEE Transactions
  /// on Systems, Man, and Cybernetics 9 (1979). The variance is w₀ w₁ (μ₁ − μ₀)², with
  /// the parts w and the means μ of ground and ink. Here the ground is at `noise`, and is
  /// so much larger that w₀ = 1, which leaves the square of the sum of the ink above
  /// `noise`, divided by the number of its pixels.
  func threshold(above noise: Int) -> Int {
    let counts = histogram
    // In a browser an Int has 32 bits.
    var (sum, count, best, threshold): (Int64, Int64, Int64, Int) = (0, 0, 0, 255)
    for value in stride(from: 255, to: noise, by: -1) where counts[value] > 0 {
      count += Int64(counts[value])
      sum += Int64(counts[value] * (value - noise))
      let variance = sum * sum / count
      if variance > best { (best, threshold) = (variance, value) }
    }
    return threshold
  }
}
