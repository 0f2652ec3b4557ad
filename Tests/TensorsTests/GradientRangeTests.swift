import Foundation
import Testing

@testable import Tensors

/// Every rule of differentiation over the whole range of its type: wherever dy · ∂y/∂x is a
/// number of the type, the gradient is it, though what is computed on the way may not be.
@Suite struct GradientRangeTests {
  enum Rule: CaseIterable {
    case sum, difference, product, quotient, negative, square, abs, relu, exp, log, mean

    func result<Scalar: TensorFloat>(_ a: Tensor<Scalar>, _ b: Tensor<Scalar>)
      -> Tensor<Scalar>
    {
      switch self {
      case .sum: a + b
      case .difference: a - b
      case .product: a * b
      case .quotient: a / b
      case .negative: -a - -b
      case .square: Tensors.square(a) + Tensors.square(b)
      case .abs: Tensors.abs(a) + Tensors.abs(b)
      case .relu: Tensors.relu(a) + Tensors.relu(b)
      case .exp: Tensors.exp(a) + Tensors.exp(b)
      case .log: Tensors.log(a) + Tensors.log(b)
      case .mean: reduceMean(stack([a, b]), axis: 0)
      }
    }

    /// dy · ∂y/∂a and dy · ∂y/∂b
    func slopes(_ dy: Wide, _ a: Wide, _ b: Wide) -> [Wide] {
      switch self {
      case .sum: [dy, dy]
      case .difference: [dy, -dy]
      case .product: [dy * b, dy * a]
      case .quotient: [dy / b, -dy * a / (b * b)]
      case .negative: [-dy, dy]
      case .square: [a, b].map { dy * $0 * Wide(2) }
      case .abs: [a, b].map { $0.significand < 0 ? -dy : dy }
      case .relu: [a, b].map { $0.significand < 0 ? Wide(0) : dy }
      case .exp: [a, b].map { dy * .exp($0) }
      case .log: [dy / a, dy / b]
      case .mean: [dy / Wide(2), dy / Wide(2)]
      }
    }
  }

  @Test(arguments: Rule.allCases)
  func holdsInSinglePrecision(_ rule: Rule) throws {
    try check(rule, Float.self, powers: -149..<128, exponents: -30..<8, tolerance: 3e-7)
  }

  @Test(arguments: Rule.allCases)
  func holdsInDoublePrecision(_ rule: Rule) throws {
    try check(
      rule, Double.self, powers: -1074..<1024, exponents: -60..<11, tolerance: 3e-15)
  }

  private func check<Scalar: TensorFloat>(
    _ rule: Rule, _: Scalar.Type, powers: Range<Double>, exponents: Range<Double>,
    tolerance: Double
  ) throws {
    let random = RandomState(seed: 8)
    func draw(_ powers: Range<Double>) -> Tensor<Scalar> {
      Tensor(
        (0..<20_000).map { _ in
          let power = random.uniform(low: powers.lowerBound, high: powers.upperBound)
          return Scalar(
            sign: random.randomSample() < 0.5 ? .minus : .plus,
            exponent: Scalar.Exponent(power.rounded(.down)),
            significand: Scalar(1 + random.randomSample()))
        })
    }
    let operands = rule == .exp ? exponents : powers
    let (dy, a, b) = (draw(powers), Variable(draw(operands)), Variable(draw(operands)))
    let tape = GradientTape()
    let y = tape.record { rule.result(a.value, b.value) * dy }
    let found = tape.gradient(of: y, withRespectTo: [a, b])
    let scalars = try found.map { try #require($0).scalars }
    let (dys, xs) = (dy.scalars, [a, b].map { $0.value.scalars })
    var (compared, wrong) = (0, [String]())
    for i in dys.indices {
      let slopes = rule.slopes(Wide(dys[i]), Wide(xs[0][i]), Wide(xs[1][i]))
      for operand in 0..<2 {
        let (found, slope) = (scalars[operand][i], slopes[operand])
        if !slope.agrees(with: found, within: tolerance) {
          wrong.append("\(found) for dy \(dys[i]), a \(xs[0][i]), b \(xs[1][i])")
        }
        compared += found.isNormal ? 1 : 0
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count), as \(wrong.prefix(3))")
    #expect(compared > 5_000)
  }

  /// Quotients whose slope −a / b² leaves the range on the way, each in its own manner.
  @Test func theSlopeOfAQuotientIsWhatItIs() {
    func slope<Scalar: TensorFloat>(_ a: Scalar, _ b: Scalar) -> Scalar {
      let b = Variable(Tensor(b))
      let tape = GradientTape()
      let y = tape.record { Tensor(a) / b.value }
      return tape.gradient(of: y, withRespectTo: b)!.item
    }
    let single: [(a: Float, b: Float, slope: Float)] = [
      (1e20, 1e20, -1e-20), (0, 1e-23, -0.0), (1e-30, 1e-25, -1e20), (1, 0, -.infinity),
      (1, .infinity, -0.0),
    ]
    for (a, b, expected) in single {
      let found = slope(a, b)
      #expect(found.sign == .minus, "\(a) / \(b)")
      #expect(
        found == expected || (found / expected - 1).magnitude < 2e-7, "\(a) / \(b)")
    }
    let double: Double = slope(1e200, 1e200)
    #expect((double / -1e-200 - 1).magnitude < 1e-15)
    #expect(slope(Float(0), 0).isNaN)
    #expect(slope(Float.nan, 1).isNaN)
  }

  @Test func aCountBeyondTheDigitsOfAFloatIsNotRounded() {
    let (one, third): (Float, Float) = (1, 1 / 3)
    #expect(quotient(one, 1 << 24 + 1) == 0x1.fffffep-25)
    #expect(quotient(one, 3) == third)
  }
}

/// A number with room for any power of two: significand · 2^exponent.
struct Wide {
  let significand: Double
  let exponent: Int

  init(_ significand: Double, exponent: Int = 0) {
    let isPlain = significand == 0 || !significand.isFinite
    self.significand =
      isPlain
      ? significand
      : Double(
        sign: significand.sign, exponent: 0, significand: significand.significand)
    self.exponent = isPlain ? 0 : exponent + Int(significand.exponent)
  }

  init(_ x: some TensorFloat) { self.init(Double(x)) }

  static prefix func - (x: Wide) -> Wide { Wide(-x.significand, exponent: x.exponent) }

  static func * (a: Wide, b: Wide) -> Wide {
    Wide(a.significand * b.significand, exponent: a.exponent + b.exponent)
  }

  static func / (a: Wide, b: Wide) -> Wide {
    Wide(a.significand / b.significand, exponent: a.exponent - b.exponent)
  }

  /// eˣ = (eˣ⸍⁸)⁸
  static func exp(_ x: Wide) -> Wide {
    let x = Double(sign: .plus, exponent: x.exponent, significand: x.significand)
    var power = Wide(Foundation.exp(x / 8))
    for _ in 0..<3 { power = power * power }
    return power
  }

  /// Whether a number is this one as its type can hold it.
  func agrees<Scalar: TensorFloat>(with found: Scalar, within tolerance: Double) -> Bool
  {
    if significand == 0 { return found == 0 }
    let (least, greatest) = (
      Scalar.leastNormalMagnitude, Scalar.greatestFiniteMagnitude
    )
    if exponent > Int(greatest.exponent) { return found.isInfinite }
    if exponent < Int(least.exponent) { return found.magnitude <= least }
    if found.isInfinite {
      return exponent == Int(greatest.exponent) && significand.magnitude > 1.99
    }
    let ratio = Wide(found) / self
    let quotient = Double(
      sign: .plus, exponent: ratio.exponent, significand: ratio.significand)
    return (quotient - 1).magnitude <= tolerance
  }
}
