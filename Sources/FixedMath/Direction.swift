/// The cosine and the sine of an angle in degrees, good to about 1e-15; those of quarter
/// turns are exact, and an angle that is not finite points to the right.
///
///     direction(degrees: 0)  // (cosine: 1.0, sine: 0.0)
public func direction(degrees: Double) -> (cosine: Double, sine: Double) {
  guard degrees.isFinite else { return (1, 0) }
  // To within an eighth of a turn, where the series is short.
  let quarters = (degrees / 90).rounded()
  let angle = (degrees - quarters * 90) * (Double.pi / 180)
  let square = angle * angle
  var (cosine, sine) = (1.0, 1.0)
  for k in stride(from: 18.0, through: 2, by: -2) {
    cosine = 1 - cosine * square / (k * (k - 1))
    sine = 1 - sine * square / (k * (k + 1))
  }
  sine *= angle
  return switch quarters.remainder(dividingBy: 4) {
  case 1: (-sine, cosine)
  case -1: (sine, -cosine)
  case 0: (cosine, sine)
  default: (-cosine, -sine)
  }
}
