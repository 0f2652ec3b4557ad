import Foundation
import Testing

@Suite struct LinearRegressionTests {
  private let fixtures = package.appendingPathComponent(
    "Tests/ChapterTests/Fixtures/linear-regression")

  private func run(_ arguments: String...) throws -> String {
    try withTemporaryFolder {
      try ChapterRun("LinearRegression", arguments + ["--output", $0.path]).output
    }
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
    #expect(
      try run("--seed", "\(seed)")
        == text(fixtures.appendingPathComponent("seed-\(seed).txt")))
  }

  @Test func printsAsPythonWhenTheLossLeavesTheNumbers() throws {
    let lines = try run("--rate", "1").split(separator: "\n")
    #expect(lines[1] == "b: nan  w: nan")
    #expect(lines[2] == "训练后的损失: nan")
  }

  @Test func itsSearchFindsTheSeedThatItUses() throws {
    #expect(try ChapterRun("LinearRegression", "search").output == "noise seed 400\n")
  }
}
