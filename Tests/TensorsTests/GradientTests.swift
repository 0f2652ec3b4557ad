import Testing

@testable import Tensors

/// Every rule of differentiation against central differences:
/// ∂f/∂xᵢ ≈ (f(x + h eᵢ) − f(x − h eᵢ)) / 2h, whose error grows with h² and ε / h.
@Suite struct GradientTests {
  /// One operation and the shapes that it is tried on.
  struct Rule: Sendable, CustomTestStringConvertible {
    let name: String
    let shapes: [Shape]
    let operation: @Sendable ([Tensor<Double>]) -> Tensor<Double>

    init(
      _ name: String, _ shapes: Shape...,
      operation: @escaping @Sendable ([Tensor<Double>]) -> Tensor<Double>
    ) {
      (self.name, self.shapes, self.operation) = (name, shapes, operation)
    }

    var testDescription: String { "\(name) of \(shapes)" }
  }

  /// The shapes of a that + − * / are tried with, and those of b: one shape, either
  /// repeated along a missing axis, an axis of size 1, or both at once, and nothing.
  static let meetings: [(Shape, Shape)] = [
    ([2, 3], [2, 3]), ([2, 3], [3]), ([3], [2, 3]), ([2, 3], [2, 1]),
    ([2, 1], [2, 3]),
    ([2, 1], [1, 3]), ([2, 3], []), ([], [2, 3]), ([4, 1, 3], [2, 1]), ([], []),
    ([2, 3, 2], [3, 1]), ([1], [2, 2]), ([0, 2], [2]),
  ]

  static let arithmetic: [Rule] = meetings.flatMap { a, b in
    [
      Rule("a + b", a, b) { $0[0] + $0[1] },
      Rule("a - b", a, b) { $0[0] - $0[1] },
      Rule("a * b", a, b) { $0[0] * $0[1] },
      Rule("a / b", a, b) { $0[0] / $0[1] },
    ]
  }

  static let elementwise: [Rule] = [
    Rule("-x", [2, 3]) { -$0[0] },
    Rule("numbers on the right", [2, 3]) { ($0[0] + 3) * 2 - $0[0] / 3 - 1 },
    Rule("numbers on the left", [2, 3]) { 3 + 2 * $0[0] - (1 - 3 / $0[0]) },
    Rule("square", [2, 3]) { square($0[0]) },
    Rule("square of a number", []) { square($0[0]) },
    Rule("relu", [5, 7]) { relu($0[0]) },
    Rule("abs", [2, 3]) { abs($0[0]) },
    Rule("a conversion to its own type", [2, 3]) { Tensor<Double>($0[0]) * $0[0] },
    Rule("exp", [2, 3]) { exp($0[0]) },
    Rule("log", [2, 3]) { log(square($0[0])) },
    Rule("log of a sum of exp", [2, 3]) { log(reduceSum(exp($0[0]), axis: 1)) },
    Rule("+=", [2, 3], [3]) { x in changed(x[0]) { $0 += x[1] } },
    Rule("-=", [2, 3], [3]) { x in changed(x[0]) { $0 -= x[1] } },
  ]

  static let products: [Rule] = [
    Rule("a b", [2, 3], [3, 4]) { matmul($0[0], $0[1]) },
    Rule("aᵀ b", [3, 2], [3, 4]) { matmul($0[0], $0[1], transposeA: true) },
    Rule("a bᵀ", [2, 3], [4, 3]) { matmul($0[0], $0[1], transposeB: true) },
    Rule("aᵀ bᵀ", [3, 2], [4, 3]) {
      matmul($0[0], $0[1], transposeA: true, transposeB: true)
    },
    Rule("row by matrix", [3], [3, 4]) { matmul($0[0], $0[1]) },
    Rule("matrix by column", [2, 3], [3]) { matmul($0[0], $0[1]) },
    Rule("row by column", [3], [3]) { matmul($0[0], $0[1]) },
    Rule("a aᵀ", [3, 4]) { matmul($0[0], $0[0], transposeB: true) },
    Rule("one by one", [1, 1], [1, 1]) { matmul($0[0], $0[1]) },
    Rule("a b over k = 0", [2, 0], [0, 3]) { matmul($0[0], $0[1]) },
  ]

  static let reductions: [Rule] =
    reductionRules("reduceSum") { reduceSum($0, axis: $1, keepDimensions: $2) }
    + reductionRules("reduceMean") { reduceMean($0, axis: $1, keepDimensions: $2) }
    + reductionRules("reduceMax") { reduceMax($0, axis: $1, keepDimensions: $2) }

  static func reductionRules(
    _ name: String,
    _ reduce: @escaping @Sendable (Tensor<Double>, Int?, Bool) -> Tensor<Double>
  ) -> [Rule] {
    let places: [(Shape, Int?)] = [
      ([2, 3, 4], nil), ([2, 3, 4], 0), ([2, 3, 4], 1), ([2, 3, 4], -1), ([5], 0),
      ([], nil),
    ]
    return places.flatMap { shape, axis in
      [false, true].map { keep in
        Rule("\(name) axis \(axis, default: "all"), keep \(keep)", shape) {
          reduce($0[0], axis, keep)
        }
      }
    }
  }

  static let movements: [Rule] = [
    Rule("reshape", [2, 3]) { reshape($0[0], [3, 2]) },
    Rule("reshape with -1", [2, 6]) { reshape($0[0], [2, -1, 3]) },
    Rule("transpose", [2, 3]) { transpose($0[0]) },
    Rule("transpose", [2, 3, 4]) { transpose($0[0]) },
    Rule("x[2][1]", [3, 2]) { $0[0][2][1] },
    Rule("x[1]", [3]) { $0[0][1] },
    Rule("x[1..<3]", [4, 2]) { $0[0][1..<3] },
    Rule("x[2..<2]", [4, 2]) { $0[0][2..<2] },
    Rule("x[1..<4][1..<2]", [4, 2]) { $0[0][1..<4][1..<2] },
    Rule("stack", [2, 3], [2, 3], [2, 3]) { stack($0) },
    Rule("stack of one tensor twice", [2]) { stack([$0[0], $0[0]]) },
  ]

  @Test(arguments: arithmetic + elementwise + products + reductions + movements)
  func isTheSlope(_ rule: Rule) {
    let random = RandomState(seed: 11)
    // Away from 0, where a quotient's slope changes too fast for a difference.
    let values = rule.shapes.map { shape in
      let size = random.uniform(low: 0.5, high: 2, shape)
      return size * (2 * Tensor<Double>(random.randomSample(shape) .< 0.5) - 1)
    }
    let weights = random.uniform(low: -1, high: 1, rule.operation(values).shape)
    func loss(_ x: [Tensor<Double>]) -> Tensor<Double> {
      reduceSum(rule.operation(x) * weights)
    }

    let variables = values.map { Variable($0) }
    let tape = GradientTape()
    let recorded = tape.record { loss(variables.map(\.value)) }
    #expect(recorded == loss(values))

    let gradients = tape.gradient(of: recorded, withRespectTo: variables)
    for (i, gradient) in gradients.enumerated() {
      let slopes = centralDifferences(of: loss, at: values, operand: i)
      #expect(gradient?.shape == values[i].shape)
      for (found, slope) in zip(gradient?.scalars ?? [], slopes) {
        #expect(abs(found - slope) < 1e-8 * max(1, abs(slope)), "operand \(i)")
      }
    }
  }

  /// The slope of `f` along every element of one operand.
  private func centralDifferences(
    of f: ([Tensor<Double>]) -> Tensor<Double>, at x: [Tensor<Double>], operand: Int
  ) -> [Double] {
    let h = 1e-5
    return (0..<x[operand].count).map { i in
      func moved(by h: Double) -> Double {
        var (x, scalars) = (x, x[operand].scalars)
        scalars[i] += h
        x[operand] = Tensor(shape: x[operand].shape, scalars: scalars)
        return f(x).item
      }
      return (moved(by: h) - moved(by: -h)) / (2 * h)
    }
  }

  private static func changed(
    _ x: Tensor<Double>, _ change: (inout Tensor<Double>) -> Void
  ) -> Tensor<Double> {
    var x = x
    change(&x)
    return x
  }
}
