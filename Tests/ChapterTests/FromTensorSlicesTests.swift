import Foundation
import Testing

/// What the solutions and the mistakes of chapter 4 claim.
@Suite struct FromTensorSlicesTests {
  private let exercises: Log
  private let mistakes: Log

  init() throws {
    exercises = try Log("4-FromTensorSlices/exercises")
    mistakes = try Log("4-FromTensorSlices/mistakes")
  }

  @Test func theLastBatchHoldsWhatIsLeft() throws {
    #expect(
      exercises.region("batches") == ["(4, 3) (4, 1)", "(2, 3) (2, 1)"])
  }

  @Test func theColumnsAreThreeSlicesOfSix() throws {
    let columns = exercises.region("columns")
    #expect(columns.count == 3)
    #expect(columns.allSatisfy { $0.split(separator: " ").count == 6 })
    #expect(columns[2].hasSuffix("0.18047405]"))
  }

  @Test func countsTheWhitePixelsAsNumPyDoes() throws {
    // np.count_nonzero(train_images) is 8994156 of 47040000.
    let line = exercises.region("ink")[0]
    #expect(line.hasPrefix("white pixels: \(47_040_000 - 8_994_156) of 47040000"))
  }

  @Test func slicesWrittenByHandAreThoseOfTheLibrary() throws {
    let own = exercises.region("own")
    #expect(own.count == 7)
    #expect(own.last == "the same as fromTensorSlices: true")
  }

  @Test func readsByMeansAsScikitLearnDoes() throws {
    // sklearn.neighbors.NearestCentroid gives 0.8203.
    #expect(exercises.value("means-accuracy") == 0.8203)
  }

  @Test func showsWhatGoesWrong() throws {
    #expect(mistakes.region("bytes")[0].hasSuffix("[254]"))
    #expect(mistakes.region("broadcast")[0].hasSuffix("(6, 6)"))
    let fitting = Int(mistakes.region("apart")[0].split(separator: " ")[4])!
    #expect((5_700...6_300).contains(fitting))
  }
}
