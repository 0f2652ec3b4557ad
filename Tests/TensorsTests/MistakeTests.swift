import TestSupport
import Testing

@testable import Tensors

/// A programmer's mistake ends the program with one line: the caller's file and line
/// where a function can know it, the operation and what did not fit.
@Suite struct MistakeTests {
  static let matrix: Tensor<Float> = [[1, 2, 3], [4, 5, 6]]
  static let vector: Tensor<Float> = [1, 2]
  static let empty = Tensor<Float>(shape: [0, 3], scalars: [])

  static let mistakes: [Mistake] = [
    Mistake("matmul: cannot multiply [2, 3] by [2, 3]") { matmul(matrix, matrix) },
    Mistake("matmul: cannot multiply [2, 3]ᵀ by [2, 3]ᵀ") {
      matmul(matrix, matrix, transposeA: true, transposeB: true)
    },
    Mistake("matmul: cannot multiply [2]ᵀ by [2, 3]") {
      matmul(vector, matrix, transposeA: true)
    },
    Mistake("matmul: cannot multiply [] by [2, 3]") { matmul(Tensor(1), matrix) },
    Mistake("reshape: cannot shape [2, 3] as [4, 2]") { reshape(matrix, [4, 2]) },
    Mistake("reshape: cannot shape [2, 3] as [-1, -1]") { reshape(matrix, [-1, -1]) },
    Mistake("reshape: cannot shape [2, 3] as [-2, -3]") { reshape(matrix, [-2, -3]) },
    Mistake("reshape: cannot shape [0, 3] as [0, -1]") { reshape(empty, [0, -1]) },
    Mistake("reshape: cannot shape [0, 3] as [4294967296, 4294967296]") {
      reshape(empty, [1 << 32, 1 << 32])
    },
    Mistake("affineMap: cannot map [1, 2, 2] by [2, 2, 3]") {
      affineMap(zeros([1, 2, 2]), by: zeros([2, 2, 3]))
    },
    Mistake("affineMap: cannot map [2, 2] by [2, 2, 3]") {
      affineMap(zeros([2, 2]), by: zeros([2, 2, 3]))
    },
    Mistake("stack: cannot stack [2, 3] and [2]") { stack([matrix, vector]) },
    Mistake("stack: there are no tensors") { stack([] as [Tensor<Float>]) },
    Mistake("subscript: no index 2 in a tensor of shape [2, 3]") { matrix[2] },
    Mistake("subscript: no index 0 in a tensor of shape []") { Tensor<Float>(1)[0] },
    Mistake("subscript: no range 1..<3 in a tensor of shape [2, 3]") { matrix[1..<3] },
    Mistake("reduceSum: no axis 2 in [2, 3]") { reduceSum(matrix, axis: 2) },
    Mistake("reduceMean: no axis -3 in [2, 3]") { reduceMean(matrix, axis: -3) },
    Mistake("reduceMax: no axis 0 in []") { reduceMax(Tensor<Float>(1), axis: 0) },
    Mistake("reduceMax: there are no elements") { reduceMax(Tensor<Float>([])) },
    Mistake("argmax: there are no elements") { argmax(empty) },
    Mistake("Tensor: shape [2, 3] needs 6 scalars, found 5") {
      Tensor<Float>(shape: [2, 3], scalars: [1, 2, 3, 4, 5])
    },
    Mistake("shape: [2, -1] has a negative size") { Shape([2, -1]) },
    Mistake("shape: [4294967296, 4294967296] has too many scalars") {
      Shape([1 << 32, 1 << 32])
    },
    Mistake("shape: no axis 2 in [2, 3]") { matrix.shape[2] },
    Mistake("permutation: n must be in 0 ... 2³², not -1") {
      RandomState(seed: 0).permutation(-1)
    },
    Mistake("uniform: high - low must be finite, not inf - 0.0") {
      RandomState(seed: 0).uniform(high: .infinity)
    },
    Mistake("linspace: the count -1 is negative") {
      linspace(0, 1, count: -1) as Tensor<Float>
    },
    Mistake("oneHot: the depth -1 is negative") {
      oneHot([1] as Tensor<UInt8>, depth: -1) as Tensor<Float>
    },
    Mistake("assign: the variable has shape [2], the value [1, 2]") {
      Variable(vector).assign([[1, 2]])
    },
    Mistake("assignSubtract: the variable has shape [2], the value []") {
      Variable(vector).assignSubtract(Tensor(1))
    },
    // Operators, literals and properties cannot ask who calls them.
    Mistake("+: cannot broadcast [2, 3] with [2]", placed: false) { matrix + vector },
    Mistake("-: cannot broadcast [2] with [2, 3]", placed: false) { vector - matrix },
    Mistake("/: cannot broadcast [0, 3] with [2, 3]", placed: false) { empty / matrix },
    Mistake(".==: cannot broadcast [2, 3] with [2]", placed: false) {
      matrix .== vector
    },
    Mistake(".<: cannot broadcast [2] with [2, 3]", placed: false) { matrix .> vector },
    Mistake(
      "Tensor literal: element 0 has shape [], element 2 has shape [1]", placed: false
    ) {
      [1, 2, [3]] as Tensor<Float>
    },
    Mistake("item: a tensor of shape [2, 3] has 6 scalars", placed: false) {
      matrix.item
    },
  ]

  @Test(arguments: mistakes.indices)
  func endsTheProgramWithItsLine(_ index: Int) async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      Self.mistakes[index].make()
    }
    Self.mistakes[index].expectMessage(result)
  }
}
