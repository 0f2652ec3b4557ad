import Foundation
import Testing

/// The losses of the chapter, beside NumPy's and the document's. They stand in Output/,
/// where BookTests compares them with those of a new run.
@Suite struct MLPTests {
  private func losses(_ path: String) throws -> [Double] {
    try text(package.appendingPathComponent(path)).split(separator: "\n").dropFirst()
      .map { Double($0.split(separator: ",")[2])! }
  }

  @Test func losesAsNumPyDoesFromTheSameWeights() throws {
    let ours = try losses("Output/5-MLP/keras/loss.csv")
    let theirs = try losses("Tests/ChapterTests/Fixtures/mlp/numpy-losses.csv")
    #expect(theirs.count == 300)
    for (step, (our, their)) in zip(ours, theirs).enumerated() {
      #expect((our - their).magnitude <= 1e-4 * their, "step \(step)")
    }
  }

  @Test func losesTheSameInBothStyles() throws {
    let mlp = package.appendingPathComponent("Output/5-MLP")
    let keras = try text(mlp.appendingPathComponent("keras/loss.csv"))
    #expect(keras == (try text(mlp.appendingPathComponent("tensorflow/loss.csv"))))
    #expect(keras.split(separator: "\n").count == 3001)
  }

  @Test func endsWhereTheDocumentEnds() throws {
    let ours = try losses("Output/5-MLP/keras/loss.csv")
    let document = [1.11935, 1.1162438, 1.1197898, 0.18006939, 0.24696392, 0.19443126]
    for (our, printed) in zip(ours.prefix(3) + ours.suffix(3), document) {
      #expect((our - printed).magnitude <= 0.03)
    }
  }

  @Test func printsEveryStepWhenAsked() throws {
    try withTemporaryFolder { folder in
      let run = try ChapterRun(
        "MLP", "--epochs", "1", "--batch-size", "20000", "--every-step", "--output",
        folder.path)
      let lines = run.output.split(separator: "\n")
      #expect(lines.count == 5)
      #expect(lines[2].hasPrefix("0 2 "))
    }
  }

  @Test func takesTheMeanOverTheOutputsWhenAsked() throws {
    try withTemporaryFolder { folder in
      func first(_ reduction: String) throws -> Double {
        let run = try ChapterRun(
          "MLP", "--epochs", "1", "--batch-size", "60000", "--reduction", reduction,
          "--output", folder.path)
        return Double(run.output.split(separator: "\n")[0].split(separator: " ")[2])!
      }
      let ratio = try first("sum") / first("mean")
      #expect((ratio - 10).magnitude < 1e-5)
    }
  }

  @Test(arguments: [
    (["--epochs", "0"], "a whole number from 1 to 1000000"),
    (["--batch-size", "1000001"], "a whole number from 1 to 1000000"),
    (["--seed=-1"], "a whole number from 0 to 4294967295"),
    (["--seed", "4294967296"], "a whole number from 0 to 4294967295"),
    (["--data", ""], "a path, found none"),
    (["--save", ""], "a path, found none"),
    (["--resume", ""], "a path, found none"),
    (["predict", "--weights", "", "1.png"], "a path, found none"),
    (["predict", ""], "a path, found none"),
  ])
  func anOptionOutOfItsRangeIsALineWithTheRange(
    arguments: [String], expected: String
  ) throws {
    let run = try ChapterRun("MLP", arguments)
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("MLP: The value '"))
    #expect(run.errors.hasSuffix(": expected \(expected) (see --help)\n"))
    #expect(run.output == "")
  }

  @Test func theTimingForTheBenchmarksIsOfTheSameRun() throws {
    struct Figures: Decodable {
      let seconds: [Double]
      let losses: [Double]
    }
    let run = try ChapterRun("MLP", "timing", "keras", "1")
    let figures = try JSONDecoder().decode(Figures.self, from: Data(run.output.utf8))
    #expect(figures.seconds.count == 1)
    #expect(
      figures.losses == Array(try losses("Output/5-MLP/keras/loss.csv").prefix(300)))
  }

  @Test func endsWithTheStepAtWhichTheLossIsNoNumber() throws {
    try withTemporaryFolder { folder in
      let run = try ChapterRun(
        "MLP", "--learning-rate", "1e30", "--output", folder.path)
      #expect(run.status == 1)
      #expect(run.errors.hasPrefix("MLP: epoch 0, step "))
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
  }

  @Test(arguments: ["1", "2", "3", "8"])
  func givesTheSameBitsWithAnyNumberOfThreads(threads: String) throws {
    try withTemporaryFolder { folder in
      _ = try ChapterRun(
        "MLP", ["--epochs", "1", "--output", folder.path],
        environment: ["TENSORS_THREADS": threads])
      let ours = try text(folder.appendingPathComponent("5-MLP/keras/loss.csv"))
      let kept = try text(package.appendingPathComponent("Output/5-MLP/keras/loss.csv"))
      #expect(kept.hasPrefix(ours))
    }
  }
}
