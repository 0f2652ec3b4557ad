/// The natural logarithm, to the bits that NumPy's random numbers are made with: those of
/// the C library glibc, from 2.28 on, on a processor with fused multiply-add.
///
///     log(2.0)  // 0.6931471805599453
///
/// The logarithm of 0 is −∞, that of a negative number NaN. The error is below 0.52 units
/// in the last place.
///
/// With x = 2ᵏ z, and c the number of `logTable` for the leading bits of z, close to it:
/// ln x = k ln 2 + ln c + ln(1 + r), r = z / c − 1, |r| < 2⁻⁷. The polynomials, the table
/// and the order of every operation are those of ARM's optimized-routines, math/log.c
/// (MIT OR Apache-2.0 WITH LLVM-exception), as fused by the compiler of glibc:
/// `make log-proof` compares the two.
public func log(_ x: Double) -> Double {
  if x >= 0.9375, x < 0x1.109p0 { return logNearOne(x - 1) }
  guard x.isFinite, x > 0 else { return x == 0 ? -.infinity : x > 0 ? x : .nan }

  // A subnormal number is made a normal one first.
  let isNormal = x >= .leastNormalMagnitude
  let bits = (isNormal ? x : x * 0x1p52).bitPattern
  let offset = bits &- (0x1.6p-1).bitPattern
  let exponent = Int64(bitPattern: offset) >> 52
  let z = Double(bitPattern: bits &- UInt64(bitPattern: exponent) << 52)
  let c = logTable[Int(offset >> 45) & 127]
  let k = Double(exponent - (isNormal ? 0 : 52))

  let r = fused(z, c.inverse, -1)
  let r2 = r * r
  // Exact, for both are multiples of 2⁻⁴³.
  let whole = fused(k, 0x1.62e42fefa38p-1, c.log)
  let high = whole + r
  let low = fused(k, 0x1.ef35793c7673p-45, whole - high + r)
  let first = fused(r, -0x1.fffffffeb459p-3, 0x1.555555551305bp-2)
  let second = fused(r, -0x1.55575e506c89fp-3, 0x1.999b324f10111p-3)
  return fused(
    r * r2, fused(second, r2, first), fused(r2, -0x1.0000000000001p-1, low)) + high
}

/// ln(1 + r) for −1/16 ≤ r < 0x1.09p-4, where the sum above would lose digits.
private func logNearOne(_ r: Double) -> Double {
  let r2 = r * r
  let r3 = r * r2
  let first = fused(
    r2, 0x1.999999995dd0cp-3, fused(r, -0x1.ffffffffffdcbp-3, 0x1.5555555555577p-2))
  let second = fused(
    r2, -0x1.fffffa4423d65p-4, fused(r, 0x1.24924a344de3p-3, -0x1.55555556745a7p-3))
  let third = fused(
    r3, -0x1.5521375d145cdp-4,
    fused(
      r2, 0x1.78182f7afd085p-4, fused(r, -0x1.999eb43b068ffp-4, 0x1.c7184282ad6cap-4)))
  let series = fused(fused(third, r3, second), r3, first)

  // r − r²/2 in two parts: the upper half of r has an exact square.
  let upper = fused(-0x1p27, r, fused(0x1p27, r, r))
  let high = fused(upper * upper, -0.5, r)
  let low = fused(upper * upper, -0.5, r - high)
  return high + fused(series, r3, fused(-0.5 * (r - upper), r + upper, low))
}

/// a · b + c, rounded once.
@inline(__always)
private func fused(_ a: Double, _ b: Double, _ c: Double) -> Double {
  c.addingProduct(a, b)
}
