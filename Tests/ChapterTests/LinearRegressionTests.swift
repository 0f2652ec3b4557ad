import Foundation
import TestSupport
import Testing

@Suite struct LinearRegressionTests {
  private let folder = TemporaryFolder()

  private func run(_ arguments: String...) throws -> String {
    try ProgramRun("LinearRegression", arguments, in: folder).output
  }

  @Test func printsTheDocumentsNumbers() throws {
    #expect(
      try run() == """
        初值的损失: 136.91315134241083
        b: 1.0170737051230807  w: 1.9987051102211508
        训练后的损失: 0.027859262495676634

        """)
  }

  @Test(arguments: [1, 2, 3])
  func printsWhatTheDocumentsProgramPrintsForASeed(seed: Int) throws {
    let known = try text(fixture("linear-regression/seed-\(seed).txt"))
    #expect(try run("--seed", "\(seed)") == known)
  }

  /// NumPy computes the same: the 84th step leads to a loss of inf.
  @Test(arguments: ["--learning-rate", "--rate"])
  func endsWithTheStepAtWhichTheLossIsNoNumber(option: String) throws {
    try expectRefusal(
      "LinearRegression", [option, "1"], in: folder,
      "step 84: the loss is inf; try a smaller --learning-rate\n")
  }

  @Test func itsSearchFindsTheSeedThatItUses() throws {
    #expect(try ProgramRun("LinearRegression", "search").output == "noise seed 400\n")
  }
}
