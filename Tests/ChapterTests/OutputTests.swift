import Foundation
import Plotting
import Testing

/// What the chapters write is what Output/ holds: texts to the byte, pictures to the pixel.
@Suite struct OutputTests {
  static let runs: [(chapter: String, folder: String, arguments: [String])] = [
    ("LossFunctions", "1-LossFunctions", []),
    ("LossFunctions", "1-LossFunctions/mistakes", ["mistakes"]),
    ("LossFunctions", "1-LossFunctions/exercises", ["exercises"]),
    ("GradientDescent", "2-GradientDescent", []),
    ("GradientDescent", "2-GradientDescent/exercises", ["exercises"]),
    ("LinearRegression", "3-LinearRegression", []),
    ("LinearRegression", "3-LinearRegression/check", ["check"]),
    ("LinearRegression", "3-LinearRegression/mistakes", ["mistakes"]),
    ("LinearRegression", "3-LinearRegression/exercises", ["exercises"]),
    ("FromTensorSlices", "4-FromTensorSlices", []),
    ("FromTensorSlices", "4-FromTensorSlices/mistakes", ["mistakes"]),
    ("FromTensorSlices", "4-FromTensorSlices/exercises", ["exercises"]),
    ("MLP", "5-MLP", ["--style", "keras"]),
    ("MLP", "5-MLP", ["--style", "tensorflow"]),
    ("MLP", "5-MLP/gradients", ["gradients"]),
    ("MLP", "5-MLP/mistakes", ["mistakes"]),
    ("MLP", "5-MLP/exercises", ["exercises"]),
  ]

  @Test(arguments: runs)
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
      #expect(try files(of: written).isSubset(of: files(of: kept)))
      for name in try files(of: written) {
        let (new, old) = (
          written.appendingPathComponent(name), kept.appendingPathComponent(name)
        )
        if name.hasSuffix(".png") {
          // Left behind where there is one, so that it can be looked at.
          let picture =
            FileManager.default.temporaryDirectory.path
            + "/" + "\(folder)-\(name)".replacingOccurrences(of: "/", with: "-")
          let difference = try Image.compare(new.path, with: old.path, picture: picture)
          #expect(difference == nil)
        } else {
          #expect(
            try Data(contentsOf: new) == Data(contentsOf: old), "\(folder)/\(name)")
        }
      }
    }
  }

  @Test func holdsNothingElse() throws {
    let output = package.appendingPathComponent("Output")
    try withTemporaryFolder { temporary in
      for run in Self.runs where run.chapter != "MLP" {
        _ = try ChapterRun(run.chapter, run.arguments + ["--output", temporary.path])
      }
      let written = try files(of: temporary)
      let kept = try files(of: output).filter { !$0.hasPrefix("5-MLP") }
      #expect(written == kept)
    }
  }

  private func files(of folder: URL) throws -> Set<String> {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
    return Set(paths.filter { URL(fileURLWithPath: $0).pathExtension != "" })
  }

  @Test func holdsTheSameLossesForBothStyles() throws {
    let mlp = package.appendingPathComponent("Output/5-MLP")
    let keras = try text(mlp.appendingPathComponent("keras/loss.csv"))
    #expect(keras == (try text(mlp.appendingPathComponent("tensorflow/loss.csv"))))
    #expect(keras.split(separator: "\n").count == 3001)
  }
}
