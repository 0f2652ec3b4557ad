import Foundation
import Testing

/// What the chapters write is what Output/ holds, to the byte.
@Suite struct OutputTests {
  @Test(arguments: [
    ("LossFunctions", "1-LossFunctions", []),
    ("GradientDescent", "2-GradientDescent", []),
    ("LinearRegression", "3-LinearRegression", []),
    ("FromTensorSlices", "4-FromTensorSlices", []),
    ("MLP", "5-MLP", ["--style", "keras"]),
    ("MLP", "5-MLP", ["--style", "tensorflow"]),
  ])
  func isWhatTheChapterWrites(
    chapter: String, folder: String, arguments: [String]
  ) throws {
    try withTemporaryFolder { temporary in
      let run = try ChapterRun(chapter, arguments + ["--output", temporary.path])
      #expect(run.status == 0)
      #expect(run.errors == "")
      let kept = package.appendingPathComponent("Output/\(folder)")
      let written = temporary.appendingPathComponent(folder)
      #expect(run.output == (try text(written.appendingPathComponent("log.txt"))))
      let names = try FileManager.default.subpathsOfDirectory(atPath: written.path)
        .filter { $0.contains(".") }
      #expect(names.contains("log.txt") && names.contains("regions.json"))
      for name in names {
        #expect(
          try Data(contentsOf: written.appendingPathComponent(name))
            == Data(contentsOf: kept.appendingPathComponent(name)),
          "\(folder)/\(name)")
      }
    }
  }

  @Test func holdsTheSameLossesForBothStyles() throws {
    let mlp = package.appendingPathComponent("Output/5-MLP")
    let keras = try text(mlp.appendingPathComponent("keras/loss.csv"))
    #expect(keras == (try text(mlp.appendingPathComponent("tensorflow/loss.csv"))))
    #expect(keras.split(separator: "\n").count == 3001)
  }
}
