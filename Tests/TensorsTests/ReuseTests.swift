import Testing

@testable import Tensors

/// A sum, difference, quotient or relu takes the memory of its first operand where nobody
/// else holds that, and nobody can tell but by the time that it takes.
@Suite struct ReuseTests {
  /// Enough for two threads, and no multiple of a vector's lanes.
  private let a = Tensor<Float>(
    shape: [211, 203], scalars: (0..<211 * 203).map { Float($0) / 64 - 300 })
  private let b = Tensor<Float>(
    shape: [211, 203], scalars: (0..<211 * 203).map { Float($0 % 97) + 1 })
  private let row = Tensor<Float>((0..<203).map { Float($0) + 0.5 })
  private let column = Tensor<Float>(
    shape: [211, 1], scalars: (0..<211).map { Float($0) + 0.5 })

  private typealias Change = (inout Tensor<Float>) -> Void

  /// Every operation that may take its operand's memory, with every kind of partner.
  private var changes: [Change] {
    [b, row, column, Tensor(3)].flatMap { b -> [Change] in
      [{ $0 += b }, { $0 -= b }, { $0 = consume $0 / b }]
    } + [
      { $0.subtract(b, times: 0.25) }, { $0 = -(consume $0) },
      { $0 = relu(consume $0) },
      { $0 = Float.floatKernels.reluGradient(consume $0, b - 50) },
    ]
  }

  @Test func givesTheSameBitsOverItsOperandAndBesideIt() {
    for (index, change) in changes.enumerated() {
      var over = Tensor<Float>(shape: a.shape, scalars: a.scalars)
      let memory = ObjectIdentifier(over.storage)
      change(&over)
      #expect(ObjectIdentifier(over.storage) == memory, "change \(index)")
      var beside = a
      change(&beside)
      #expect(beside.storage !== a.storage, "change \(index)")
      #expect(over == beside, "change \(index)")
    }
    #expect(a[0][0].item == -300)
  }

  @Test func takesTheMemoryOfAResultInPassing() {
    let product = matmul(a, b, transposeB: true)
    let memory = ObjectIdentifier(product.storage)
    let y = relu(consume product + column / 2 - 1)
    #expect(ObjectIdentifier(y.storage) == memory)
  }

  /// What the formulas of relu and its gradient make of every kind of number.
  @Test func reluChoosesItsBits() {
    let x: [Float] = [
      -.infinity, -1, -0.0, 0, .leastNonzeroMagnitude, 1, .infinity, .nan,
    ]
    let y = relu(Tensor<Float>(x)).scalars
    #expect(y.map(\.bitPattern) == ([0, 0, 0, 0] + x[4...]).map(\.bitPattern))
    for slope in x {
      let dy = Tensor<Float>(x.map { _ in slope })
      let dx = Float.floatKernels.reluGradient(dy, Tensor(y)).scalars
      let passed: [Float] = [0, 0, 0, 0, slope, slope, slope, 0]
      #expect(dx.map(\.bitPattern) == passed.map(\.bitPattern))
    }
  }

  /// The sum hands its dy to both operands, so relu's gradient must not be written over it.
  @Test func leavesAGradientThatAnotherOperandWaitsFor() {
    let x = Variable(Tensor<Float>([-1, 2]))
    let tape = GradientTape()
    let loss = tape.record { reduceSum(x.value + relu(x.value)) }
    for _ in 0..<2 { #expect(tape.gradient(of: loss, withRespectTo: x) == [1, 2]) }
  }

  @Test func leavesWhatATapeOrASliceStillHolds() {
    let w = Variable(Tensor<Float>([1, 2, 3]))
    let before = w.value
    let tape = GradientTape()
    let loss = tape.record {
      let y = w.value * w.value
      return reduceSum((y + 1) * (y - 1))
    }
    w.assignSubtract([1, 1, 1])
    #expect(before == [1, 2, 3])
    // d/dw (w⁴ − 1) = 4w³, at the w that was recorded.
    #expect(tape.gradient(of: loss, withRespectTo: w) == [4, 32, 108])
    #expect(tape.gradient(of: loss, withRespectTo: w) == [4, 32, 108])
    let whole = Tensor<Float>([1, 2, 3, 4])
    #expect(whole[1..<3] + 10 == [12, 13] && whole == [1, 2, 3, 4])
  }

  /// A slice that alone holds all of its whole's memory, and is repeated until the
  /// result is as large: its first row must not be overwritten before the second.
  @Test func doesNotTakeMemoryOfWhichItsOperandIsAPart() {
    func row() -> Tensor<Float> {
      let whole: Tensor<Float> = [[1, 2], [3, 4]]
      return whole[0]
    }
    let slice = row()
    let memory = ObjectIdentifier(slice.storage)
    let sum = consume slice + [[10], [20]]
    #expect(ObjectIdentifier(sum.storage) != memory)
    #expect(sum == [[11, 12], [21, 22]])
    #expect(row() - [[10], [20]] == [[-9, -8], [-19, -18]])
    #expect(row() + 1 == [2, 3])
  }
}
