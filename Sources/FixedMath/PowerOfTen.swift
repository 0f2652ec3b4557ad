/// Ten to a whole power, correctly rounded for powers from −22 to 22.
///
///     powerOfTen(-2)  // 0.01
public func powerOfTen(_ exponent: Int) -> Double {
  var power = 1.0
  for _ in 0..<abs(exponent) { power *= 10 }
  return exponent < 0 ? 1 / power : power
}
