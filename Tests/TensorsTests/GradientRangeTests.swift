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

    /// dy · ∂y/∂a and dy · ∂y/∂b, in double precision, whose range all of it fits
    func slopes(_ dy: Double, _ a: Double, _ b: Double) -> [Double] {
      switch self {
      case .sum: [dy, dy]
      case .difference: [dy, -dy]
      case .product: [dy * b, dy * a]
      case .quotient: [dy / b, -dy * a / (b * b)]
      case .negative: [-dy, dy]
      case .square: [2 * dy * a, 2 * dy * b]
      case .abs: [a, b].map { $0 < 0 ? -dy : dy }
      case .relu: [a, b].map { $0 < 0 ? 0 : dy }
      case .exp: [a, b].map { dy * Foundation.exp($0) }
      case .log: [dy / a, dy / b]
      case .mean: [dy / 2, dy / 2]
      }
    }
  }

  @Test(arguments: Rule.allCases)
  func holdsInSinglePrecision(_ rule: Rule) throws {
    let random = RandomState(seed: 8)
    func draw(_ powers: Range<Double>) -> Tensor<Float> {
      Tensor(
        (0..<20_000).map { _ in
          let power = random.uniform(low: powers.lowerBound, high: powers.upperBound)
          return Float(
            sign: random.randomSample() < 0.5 ? .minus : .plus,
            exponent: Int(power.rounded(.down)),
            significand: Float(1 + random.randomSample()))
        })
    }
    let all = -149.0..<128
    let operands = rule == .exp ? -30..<8 : all
    let (dy, a, b) = (draw(all), Variable(draw(operands)), Variable(draw(operands)))
    let tape = GradientTape()
    let y = tape.record { rule.result(a.value, b.value) * dy }
    let found = tape.gradient(of: y, withRespectTo: [a, b]).map { $0!.scalars }
    let (dys, xs) = (dy.scalars, [a, b].map { $0.value.scalars })
    var (compared, wrong) = (0, [String]())
    for i in dys.indices {
      let slopes = rule.slopes(Double(dys[i]), Double(xs[0][i]), Double(xs[1][i]))
      for (found, slope) in zip(found.map { $0[i] }, slopes) {
        let error = (Double(found) - slope).magnitude
        if Float(slope) != found,
          !(error <= 3e-7 * slope.magnitude + Double(Float.leastNormalMagnitude))
        {
          wrong.append("\(found), not \(slope): \(dys[i]), \(xs[0][i]), \(xs[1][i])")
        }
        compared += found.isNormal ? 1 : 0
      }
    }
    #expect(wrong.isEmpty, "\(wrong.count), as \(wrong.prefix(3))")
    #expect(compared > 5_000)
  }

  /// Quotients whose slope −a / b² leaves the range on the way, each in its own manner.
  @Test func theSlopeOfAQuotientIsWhatItIs() {
    func check<Scalar: TensorFloat>(
      within tolerance: Scalar, _ cases: [(a: Scalar, b: Scalar, slope: Scalar)]
    ) {
      for (a, b, slope) in cases {
        let divisor = Variable(Tensor(b))
        let tape = GradientTape()
        let y = tape.record { Tensor(a) / divisor.value }
        let found = tape.gradient(of: y, withRespectTo: divisor)!.item
        let isNear = found == slope || (found / slope - 1).magnitude < tolerance
        let isSame = found.sign == slope.sign && isNear || found.isNaN && slope.isNaN
        #expect(isSame, "\(a) / \(b): \(found)")
      }
    }
    check(
      within: Float(2e-7),
      [
        (1e20, 1e20, -1e-20), (0, 1e-23, -0.0), (1e-30, 1e-25, -1e20),
        (1, 0, -.infinity), (1, .infinity, -0.0), (0, 0, .nan), (.nan, 1, .nan),
      ])
    check(
      within: 1e-15,
      [(1e200, 1e200, -1e-200), (1e-300, 1e-290, -1e280), (0, 1e-170, -0.0)])
  }

  /// Powers that leave the range though the product with dy does not.
  @Test func theSlopeOfAPowerIsWhatItIs() {
    for (dy, x, expected) in [
      (1e-300, 720.0, 4920700930263.815), (1e300, -745, 2.8223507304719374e-24),
    ] {
      let x = Variable(Tensor(x))
      let tape = GradientTape()
      let y = tape.record { exp(x.value) * dy }
      let found = tape.gradient(of: y, withRespectTo: x)!.item
      #expect((found / expected - 1).magnitude < 1e-14)
    }
  }

  @Test func aCountBeyondTheDigitsOfAFloatIsNotRounded() {
    let (one, third): (Float, Float) = (1, 1 / 3)
    #expect(quotient(one, 1 << 24 + 1) == 0x1.fffffep-25)
    #expect(quotient(one, 3) == third)
  }
}
