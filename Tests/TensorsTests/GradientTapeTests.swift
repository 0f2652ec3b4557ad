import Testing

@testable import Tensors

@Suite struct GradientTapeTests {
  let w = Variable<Double>([1, -2, 3])
  let v = Variable<Double>([4, 5, 6])
  let tape = GradientTape()

  @Test func askingTwiceGivesTheSameAnswer() {
    let loss = tape.record { reduceSum(square(w.value) * v.value) }
    let first = tape.gradient(of: loss, withRespectTo: [w, v])
    #expect(first == [[8, -20, 36], [1, 4, 9]])
    #expect(tape.gradient(of: loss, withRespectTo: [w, v]) == first)
    #expect(tape.gradient(of: loss, withRespectTo: v) == first[1])
    #expect(tape.gradient(of: loss, withRespectTo: [v, v]) == [first[1], first[1]])
  }

  @Test func aVariableThatTheLossDoesNotTouchHasNoGradient() {
    let unread = Variable<Double>([1])
    let (early, late) = tape.record {
      (reduceSum(w.value), reduceSum(v.value))
    }
    #expect(
      tape.gradient(of: early, withRespectTo: [w, v, unread]) == [ones([3]), nil, nil])
    #expect(
      tape.gradient(of: late, withRespectTo: [w, v, unread]) == [nil, ones([3]), nil])
  }

  @Test func aTensorUsedBySeveralOperationsGetsTheSum() {
    let loss = tape.record {
      let y = w.value * 2
      return reduceSum(square(y)) + reduceSum(y * v.value) - reduceMax(y)
    }
    // 4y + 2v, and −2 at the greatest element.
    #expect(tape.gradient(of: loss, withRespectTo: w) == [16, -6, 34])
  }

  @Test func theGreatestShareTheirGradientEqually() {
    let x = Variable<Double>([[7, 1, 7], [2, 2, 2]])
    let loss = tape.record { reduceSum(reduceMax(x.value, axis: 1) * [6, 9]) }
    #expect(tape.gradient(of: loss, withRespectTo: x) == [[3, 0, 3], [3, 3, 3]])
    let whole = tape.record { reduceMax(x.value) }
    #expect(tape.gradient(of: whole, withRespectTo: x) == [[0.5, 0, 0.5], [0, 0, 0]])
  }

  /// TensorFlow 2.21 and PyTorch 2.9 give NaN for all elements.
  @Test func theGreatestIsNaNAndSoIsItsGradient() {
    let x = Variable(Tensor<Double>(shape: [2, 3], scalars: [1, .nan, 3, 1, 2, 3]))
    let loss = tape.record { reduceMax(x.value, axis: 1) }
    let gradient = tape.gradient(of: loss, withRespectTo: x)
    #expect(gradient?[0].scalars.allSatisfy { $0.isNaN } == true)
    #expect(gradient?[1] == [0, 0, 1])
  }

  @Test func aConversionIsDifferentiated() {
    let x = Variable<Double>([1, 2, 3])
    let there = tape.record { Tensor<Double>(Tensor<Float>(x.value)) * x.value }
    #expect(tape.gradient(of: there, withRespectTo: x) == [2, 4, 6])
    let same = tape.record { Tensor<Double>(x.value) * x.value }
    #expect(tape.gradient(of: same, withRespectTo: x) == [2, 4, 6])
  }

  @Test func aLossMayBeOfAnotherTypeThanItsVariables() {
    let x = Variable<Float>([[1, 2], [3, 4]])
    let loss = tape.record {
      let wide = Tensor<Double>(reduceSum(square(x.value), axis: 0))
      return reduceSum(wide * v.value[0..<2]) + reduceSum(wide)
    }
    #expect(loss.item == 170)
    #expect(tape.gradient(of: loss, withRespectTo: x) == [[10, 24], [30, 48]])
    #expect(tape.gradient(of: loss, withRespectTo: v) == [10, 20, 0])
    #expect(tape.gradient(of: loss, withRespectTo: x) == [[10, 24], [30, 48]])
  }

  @Test func absHasNoSlopeAtZero() {
    let x = Variable(Tensor<Double>([-2, 0, -0.0, 3, .nan]))
    let y = tape.record { abs(x.value) * 5 }
    #expect(y[0..<4] == [10, 0, 0, 15])
    #expect(y[4].item.isNaN)
    let gradient = tape.gradient(of: y, withRespectTo: x)
    #expect(gradient?[0..<4] == [-5, 0, 0, 5])
    #expect(gradient?[4].item.isNaN == true)
  }

  @Test func nestedTapesNoteForThemselves() {
    let inner = GradientTape()
    let (outerLoss, innerLoss) = tape.record {
      let y = square(w.value)
      let innerLoss = inner.record { reduceSum(y * v.value) }
      #expect(
        inner.gradient(of: innerLoss, withRespectTo: [w, v]) == [nil, [1, 4, 9]])
      return (reduceSum(y * innerLoss), innerLoss)
    }
    // What the inner tape made is a number to the outer one: 4 + 20 + 54.
    #expect(
      tape.gradient(of: outerLoss, withRespectTo: [w, v]) == [[156, -312, 468], nil])
    #expect(inner.gradient(of: innerLoss, withRespectTo: [w, v]) == [nil, [1, 4, 9]])
  }

  @Test func theTensorOfAnotherTapeIsAConstant() {
    let other = GradientTape()
    let (first, y) = other.record { (v.value, square(w.value)) }
    let loss = tape.record { reduceSum(w.value * y) }
    #expect(tape.gradient(of: loss, withRespectTo: w) == [1, 4, 9])
    // The first thing on its tape, as `w` is on the other.
    let product = tape.record { reduceSum(w.value * first) }
    #expect(tape.gradient(of: product, withRespectTo: [w, v]) == [[4, 5, 6], nil])
    #expect(other.gradient(of: loss, withRespectTo: w) == nil)
    #expect(tape.gradient(of: y, withRespectTo: w) == nil)
  }

  @Test func aGradientIsAConstant() {
    let (first, second) = tape.record {
      let loss = reduceSum(square(w.value))
      let gradient = tape.gradient(of: loss, withRespectTo: w)!
      return (gradient, reduceSum(gradient * w.value))
    }
    #expect(first == [2, -4, 6])
    #expect(tape.gradient(of: second, withRespectTo: w) == first)
    #expect(tape.gradient(of: first, withRespectTo: w) == nil)
  }

  @Test func nothingIsNotedOutsideOfRecord() {
    let y = tape.record { square(w.value) }
    #expect(tape.gradient(of: reduceSum(y), withRespectTo: w) == nil)
    #expect(tape.gradient(of: reduceSum(w.value), withRespectTo: w) == nil)
    let loss = tape.record { reduceSum(y) }
    #expect(tape.gradient(of: loss, withRespectTo: w) == [2, -4, 6])
  }

  @Test func recordingGoesOnWhereItEnded() {
    let first = tape.record { reduceSum(square(w.value)) }
    let second = tape.record { first * reduceSum(w.value) }
    // d(Σw² · Σw) = 2w Σw + Σw²
    #expect(tape.gradient(of: second, withRespectTo: w) == [18, 6, 26])
    #expect(tape.gradient(of: first, withRespectTo: w) == [2, -4, 6])
  }

  @Test func aVariableChangedInPlaceLeavesTheTapeAsItWas() {
    let loss = tape.record { reduceSum(square(w.value) * v.value) }
    w.assignSubtract([1, 1, 1])
    v.assign([5, 6, 7])
    #expect(loss.item == 78)
    #expect(
      tape.gradient(of: loss, withRespectTo: [w, v]) == [[8, -20, 36], [1, 4, 9]])
    let next = tape.record { reduceSum(square(w.value) * v.value) }
    #expect(next.item == 82)
    #expect(
      tape.gradient(of: next, withRespectTo: [w, v]) == [[0, -36, 28], [0, 9, 4]])
  }

  @Test func aVariableIsAssignedAndSubtractedFrom() {
    let start = w.value
    w.assign([10, 20, 30])
    #expect(w.value == [10, 20, 30])
    w.assignSubtract(0.5 * [2, 4, 6])
    #expect(w.value == [9, 18, 27])
    w.assignSubtract([1, 2, 3], times: 3)
    #expect(w.value == [6, 12, 18])
    w.assignSubtract(w.value)
    #expect(w.value == [0, 0, 0])
    #expect(start == [1, -2, 3] && w.shape == [3])
  }

  @Test func whatIsAssignedWhileRecordingIsTheVariablesOwn() {
    let loss = tape.record {
      w.assign(v.value * 2)
      return reduceSum(square(w.value))
    }
    #expect(tape.gradient(of: loss, withRespectTo: [w, v]) == [[16, 20, 24], nil])
    #expect(tape.gradient(of: w.value, withRespectTo: v) == nil)
    let made = tape.record { Variable(square(v.value)) }
    #expect(tape.gradient(of: made.value, withRespectTo: v) == nil)
  }

  @Test func aChainOfAnyLengthNeedsNoStack() {
    let x = Variable(Tensor<Double>(1))
    let loss = tape.record {
      var y = x.value
      for _ in 0..<200_000 { y = y + x.value }
      return y
    }
    #expect(tape.gradient(of: loss, withRespectTo: x)?.item == 200_001)
  }

  @Test func tasksThatTheBodyStartsRecordBesideIt() async {
    let tasks = tape.record {
      (1...8).map { k in
        let x = w.value
        return Task { (0..<500).reduce(x) { sum, _ in sum + Double(k) } }
      }
    }
    for task in tasks {
      #expect(tape.gradient(of: await task.value, withRespectTo: w) == ones([3]))
    }
  }
}
