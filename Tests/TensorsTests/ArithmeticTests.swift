import Testing

@testable import Tensors

@Suite struct ArithmeticTests {
  let x: Tensor<Float> = [[0, 1], [2, 3]]

  @Test func actsElementByElement() {
    #expect(x + x == [[0, 2], [4, 6]])
    #expect(x - 1 == [[-1, 0], [1, 2]])
    #expect(6 / (x + 1) == [[6, 3], [2, 1.5]])
    #expect(-x * x == [[0, -1], [-4, -9]])
    #expect(square(x) == [[0, 1], [4, 9]])
    #expect(relu(x - 1) == [[0, 0], [1, 2]])
  }

  @Test func broadcastsLikeNumPy() {
    let column: Tensor<Float> = [[10], [20], [30]]
    let row: Tensor<Float> = [1, 2]
    #expect(column + row == [[11, 12], [21, 22], [31, 32]])
    #expect(row + column == column + row)
    #expect(x + [[100], [200]] == [[100, 101], [202, 203]])
    let cube = Tensor<Float>(shape: [2, 2, 2], scalars: [0, 1, 2, 3, 4, 5, 6, 7])
    let middle = Tensor<Float>(shape: [2, 1, 2], scalars: [10, 20, 30, 40])
    #expect((cube + middle).scalars == [10, 21, 12, 23, 34, 45, 36, 47])
    #expect((middle + cube).scalars == (cube + middle).scalars)
    let empty = Tensor<Float>(shape: [0, 2], scalars: [])
    #expect((empty + row).shape == [0, 2])
    let one = Tensor<Float>(shape: [1, 2], scalars: [1, 2])
    #expect((empty * one).shape == [0, 2])
  }

  @Test func wrapsIntegersAround() {
    let bytes: Tensor<UInt8> = [250, 3]
    #expect(bytes + 10 == [4, 13])
    #expect(bytes - 4 == [246, 255])
    #expect(Tensor(Int32.max) + 1 == Tensor(Int32.min))
  }

  @Test func comparesElementByElement() {
    #expect((x .< 2) == [[true, true], [false, false]])
    #expect((x .> 1) == [[false, false], [true, true]])
    #expect((x .== [0, 3]) == [[true, false], [false, true]])
    #expect((x .== 3) == [[false, false], [false, true]])
    let nan = Tensor<Float>([.nan])
    #expect((nan .== nan) == [false] && (nan .< nan) == [false])
  }

  @Test func roundsExponentialsAndLogarithmsOfSinglePrecisionOnce() {
    let x = Tensor<Float>(RandomState(seed: 6).uniform(low: -80, high: 80, [2_000]))
    let wide = Tensor<Double>(x)
    #expect(exp(x) == Tensor<Float>(exp(wide)))
    #expect(log(square(x)) == Tensor<Float>(log(Tensor<Double>(square(x)))))
    #expect(exp(Tensor<Float>([89, -104])) == Tensor([.infinity, 0]))
  }
}
