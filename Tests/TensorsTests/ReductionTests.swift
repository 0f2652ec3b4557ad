import Testing

@testable import Tensors

@Suite struct ReductionTests {
  let x: Tensor<Float> = [[1, 5, 3], [7, 3, 7]]
  let cube = Tensor<Float>(
    shape: [2, 2, 3], scalars: [3, 9, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8])
  let empty = Tensor<Float>(shape: [0, 3], scalars: [])
  let infinity = Float.infinity

  /// Fixtures/reductions/make_sums.py: rank 0 to 3, lengths around 8 and 128.
  @Test func sumsInNumPysOrderBitForBit() throws {
    let numbers = RandomState(seed: 1).uniform(low: -1, high: 1, [100_000]).scalars
    let lines = try Fixture("reductions/sums.txt").lines
    #expect(lines.count > 1000)
    for (call, results) in lines {
      let shape = Shape(Fixture.dimensions(call[1]))
      let x = Tensor(shape: shape, scalars: Array(numbers[..<shape.count]))
      let bits =
        call[0] == "float32"
        ? reduceSum(Tensor<Float>(x), axis: Int(call[2])).scalars
          .map { UInt64($0.bitPattern) }
        : reduceSum(x, axis: Int(call[2])).scalars.map(\.bitPattern)
      #expect(Fixture.fold(bits) == UInt64(results[0], radix: 16), "\(call)")
    }
  }

  @Test func sumsOverAllOrAlongAnAxis() {
    #expect(reduceSum(x) == Tensor(26))
    #expect(reduceSum(x, axis: 0) == [8, 8, 10])
    #expect(reduceSum(x, axis: 1) == [9, 17])
    #expect(reduceSum(x, axis: -1) == [9, 17])
    #expect(reduceSum(x, axis: -2, keepDimensions: true) == [[8, 8, 10]])
    #expect(reduceSum(x, keepDimensions: true) == [[26]])
    #expect(reduceSum(cube, axis: 1) == [[4, 14, 13], [5, 11, 13]])
    #expect(reduceSum(Tensor<Double>(3)) == Tensor(3))
  }

  @Test func averagesOverAllOrAlongAnAxis() {
    #expect(reduceMean(x, axis: 0) == [4, 4, 5])
    #expect(reduceMean([[1, 2], [4, 3]] as Tensor<Float>, axis: 1) == [1.5, 3.5])
    #expect(reduceMean(x, axis: 0, keepDimensions: true) == [[4, 4, 5]])
    #expect(reduceMean(x).item == Float(26) / 6)
    #expect(reduceMean(cube).item == 5)
    #expect(reduceMean(cube, axis: -1) * 3 == [[16, 15], [13, 16]])
  }

  @Test func findsTheGreatestAndTheFirstOfThem() {
    #expect(reduceMax(x) == Tensor(7) && argmax(x) == Tensor(3))
    #expect(reduceMax(x, axis: 0) == [7, 5, 7] && argmax(x, axis: 0) == [1, 0, 1])
    #expect(reduceMax(x, axis: -1) == [5, 7] && argmax(x, axis: -1) == [1, 0])
    #expect(reduceMax(x, axis: 1, keepDimensions: true) == [[5], [7]])
    #expect(reduceMax(cube, axis: 1) == [[3, 9, 9], [3, 6, 8]])
    #expect(argmax(cube, axis: 1) == [[0, 0, 1], [1, 0, 1]])
    #expect(argmax(cube) == Tensor(1))
    #expect(argmax([2, 2, 2] as Tensor<Float>) == Tensor(0))
    #expect(reduceMax([-3, -1, -2] as Tensor<Float>) == Tensor(-1))
    #expect(argmax(Tensor<Float>([-infinity, -infinity])) == Tensor(0))
  }

  /// Facts by NumPy: `np.max` and `np.argmax` of [1, nan, 3, nan] are nan and 1.
  @Test func aNaNIsTheGreatest() {
    for scalars in [[1, .nan, 3, .nan], [1, .nan, infinity], [0, .nan]] {
      let x = Tensor(scalars)
      #expect(reduceMax(x).item.isNaN)
      #expect(argmax(x) == Tensor(1))
    }
    let columns = Tensor<Float>(shape: [2, 2], scalars: [.nan, 1, 2, 3])
    #expect(argmax(columns, axis: 0) == [0, 1])
    #expect(reduceMax(columns, axis: 1).scalars[0].isNaN)
    #expect(reduceMax(columns, axis: 1).scalars[1] == 3)
  }

  @Test func infinitiesAndNaNsGoThroughASum() {
    #expect(reduceSum(Tensor([1, infinity])) == Tensor(infinity))
    #expect(reduceSum(Tensor([infinity, -infinity])).item.isNaN)
    #expect(reduceSum(Tensor<Float>([1, .nan])).item.isNaN)
    #expect(reduceSum(Tensor<Float>([3e38, 3e38])).item == infinity)
    #expect(reduceMax(Tensor([1, infinity])) == Tensor(infinity))
  }

  /// A fact by NumPy 2: `np.sum(np.full(9, -0.0))` is 0.0, and so along every axis.
  @Test func negativeZerosAddUpToZero() {
    for length in [1, 3, 9, 129, 300] {
      let zeros = -(zeros([length, 1, length]) as Tensor<Double>)
      for axis in [nil, 0, 1, 2] {
        #expect(reduceSum(zeros, axis: axis).scalars.allSatisfy { $0.sign == .plus })
      }
    }
  }

  @Test func theSumOfNothingIsZeroAndItsMeanIsNaN() {
    #expect(reduceSum(empty) == Tensor(0))
    #expect(reduceSum(empty, axis: 0) == [0, 0, 0])
    #expect(reduceSum(empty, axis: 1).shape == [0])
    #expect(reduceSum(empty, axis: 1, keepDimensions: true).shape == [0, 1])
    #expect(reduceMean(empty).item.isNaN)
    #expect(reduceMean(empty, axis: 0).scalars.allSatisfy { $0.isNaN })
    #expect(reduceMax(empty, axis: 1).shape == [0])
    #expect(argmax(empty, axis: 1).shape == [0])
  }
}
