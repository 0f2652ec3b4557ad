import Learning
import Tensors
import TestSupport
import Testing

/// A programmer's mistake ends the program with one line that names the caller's file
/// and line, the operation and what did not fit.
@Suite struct MistakeTests {
  static let matrix: Tensor<Float> = [[1, 2, 3], [4, 5, 6]]

  static let mistakes: [Mistake] = [
    Mistake("Dense: weights [3] are not [inputs, outputs]") { Dense(w: matrix[0]) },
    Mistake("meanSquaredError: predictions [2, 3] against targets [3]") {
      meanSquaredError(matrix, matrix[0])
    },
    Mistake("SGD.apply: 1 gradients for 0 parameters") {
      SGD(learningRate: 1).apply([nil], to: [])
    },
    Mistake("fromTensorSlices: the first axes differ: [2, 3] and [3]") {
      Dataset.fromTensorSlices((matrix, matrix[0]))
    },
    Mistake("batch: the size 0 is not positive") {
      Dataset.fromTensorSlices(matrix).batch(0)
    },
  ]

  @Test(arguments: mistakes.indices)
  func aFunctionNamesItsCaller(_ index: Int) async throws {
    let result = await #expect(
      processExitsWith: .failure, observing: [\.standardErrorContent]
    ) { [index] in
      Self.mistakes[index].make()
    }
    Self.mistakes[index].expectMessage(result)
  }
}
