import Foundation
import TestSupport
import Testing

/// The losses of the chapter, beside NumPy's and the document's. They stand in Output/,
/// where BookTests compares them with those of a new run.
@Suite struct MLPTests {
  private let folder = TemporaryFolder()

  private func losses(_ path: String) throws -> [Double] {
    try text(package.appending(path: path)).split(separator: "\n").dropFirst()
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
    let keras = try losses("Output/5-MLP/keras/loss.csv")
    #expect(try losses("Output/5-MLP/tensorflow/loss.csv") == keras)
    #expect(keras.count == 3000)
  }

  @Test func endsWhereTheDocumentEnds() throws {
    let ours = try losses("Output/5-MLP/keras/loss.csv")
    let document = [1.11935, 1.1162438, 1.1197898, 0.18006939, 0.24696392, 0.19443126]
    for (our, printed) in zip(ours.prefix(3) + ours.suffix(3), document) {
      #expect((our - printed).magnitude <= 0.03)
    }
  }

  @Test func printsEveryStepAndTakesTheMeanWhenAsked() throws {
    let run = try ProgramRun(
      "MLP", "--epochs 1 --every-step --reduction mean".words, in: folder)
    let lines = run.output.split(separator: "\n")
    #expect(lines.count == 300 + 2)
    #expect(lines[299].hasPrefix("0 299 "))
    let mean = try CommittedLog("5-MLP/mistakes").value("mean-first")
    #expect(Float(lines[0].dropFirst(4)) == Float(mean))
  }

  @Test func endsWithTheStepAtWhichTheLossIsNoNumber() throws {
    let run = try ProgramRun("MLP", ["--learning-rate", "1e30"], in: folder)
    #expect(run.status == 1)
    let message = "epoch 0, step 1: the loss is nan; try a smaller --learning-rate"
    #expect(run.errors == "MLP: \(message)\n")
    #expect(try filesBelow(folder.url) == [:])
  }

  /// The run that is timed for the benchmarks is the chapter's.
  @Test(arguments: ["1", "3", "8"])
  func givesTheSameBitsWithAnyNumberOfThreads(threads: String) throws {
    struct Figures: Decodable {
      let seconds: [Double]
      let losses: [Double]
    }
    let run = try ProgramRun(
      "MLP", ["timing", "keras", "1"], environment: ["TENSORS_THREADS": threads])
    let figures = try JSONDecoder().decode(Figures.self, from: Data(run.output.utf8))
    #expect(figures.seconds.count == 1)
    #expect(
      figures.losses == Array(try losses("Output/5-MLP/keras/loss.csv").prefix(300)))
  }
}
