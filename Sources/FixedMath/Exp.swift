/// Euler's number to the power of x, good to about one unit in the last place.
///
///     exp(1.0)  // 2.718281828459045
///
/// eˣ = 2ᵏ · eʳ with x = k ln 2 + r, |r| ≤ ln 2 / 2, and
/// eʳ = 1 + r (1 + r/2 (1 + r/3 (…)))
public func exp(_ x: Double) -> Double {
  guard x < 710 else { return x.isNaN ? x : .infinity }
  guard x > -746 else { return 0 }
  // ln 2 in two parts: the first with so few bits that its product with k is exact, the
  // second what is left. (As in Sun's fdlibm, e_log.c.)
  let (high, low) = (6.93147180369123816490e-01, 1.90821492927058770002e-10)
  let k = (x / (high + low)).rounded()
  let r = x - k * high - k * low
  var series = 1.0
  for n in stride(from: 14.0, through: 1, by: -1) { series = 1 + series * r / n }
  return Double(sign: .plus, exponent: Int(k), significand: series)
}
