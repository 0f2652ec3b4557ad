import Foundation
import Testing

/// A mistake of the user's gives one line and a status, and changes nothing on disk.
@Suite struct UsageTests {
  @Test(arguments: [
    ("LossFunctions", ["--points", "2"]),
    ("LossFunctions", ["--seed", "-1"]),
    ("GradientDescent", ["--rate", "fast"]),
    ("GradientDescent", ["--rate", "nan"]),
    ("GradientDescent", ["--rate", "0"]),
    ("GradientDescent", ["--steps", "0"]),
    ("GradientDescent", ["--start", "inf"]),
    ("GradientDescent", ["--start", "1e200"]),
    ("GradientDescent", ["--rate", "0.1", "0.1"]),
    ("LinearRegression", ["--rate", "-0.1"]),
    ("LinearRegression", ["--iterations", "0"]),
    ("LinearRegression", ["--points", "10"]),
    ("LinearRegression", ["--seed", "4294967296"]),
    ("LinearRegression", ["--seed", "1", "--points", "0"]),
    ("FromTensorSlices", ["--limit", "-3"]),
    ("FromTensorSlices", ["--frobnicate"]),
    ("MLP", ["--epochs", "0"]),
    ("MLP", ["--batch-size", "-200"]),
    ("MLP", ["--learning-rate", "inf"]),
    ("MLP", ["--style", "jax"]),
    ("MLP", ["--initializer", "zeros"]),
    ("LossFunctions", ["exercises", "--seed", "3"]),
    ("LinearRegression", ["--seed", "3", "check"]),
    ("MLP", ["mistakes", "--epochs", "3"]),
    ("MLP", ["--style", "keras", "predict", "digit.png"]),
    ("FromTensorSlices", ["exercises", "1"]),
    ("MLP", ["mistakes", "3"]),
    ("MLP", ["gradients", "--frobnicate"]),
  ])
  func aWrongOptionIsOneLineAndStatus2(chapter: String, arguments: [String]) throws {
    try expectNothingWritten(chapter, arguments, status: 2)
  }

  @Test(arguments: ["FromTensorSlices", "MLP"])
  func aMissingFolderIsOneLineAndStatus1(chapter: String) throws {
    try expectNothingWritten(chapter, ["--data", "/nowhere"], status: 1)
  }

  @Test(arguments: ["FromTensorSlices", "MLP"])
  func aTruncatedFileIsOneLineAndStatus1(chapter: String) throws {
    try withTemporaryFolder { folder in
      for name in try FileManager.default.contentsOfDirectory(atPath: mnist.path)
      where name.hasSuffix(".gz") {
        let bytes = try Data(contentsOf: mnist.appendingPathComponent(name))
        try bytes.prefix(bytes.count / 2).write(to: folder.appendingPathComponent(name))
      }
      try expectNothingWritten(chapter, ["--data", folder.path], status: 1)
    }
  }

  @Test func mislabelledFilesAreOneLineAndStatus1() throws {
    try withTemporaryFolder { folder in
      let names = try FileManager.default.contentsOfDirectory(atPath: mnist.path)
        .filter { $0.hasSuffix(".gz") }
      for name in names {
        // Images under the labels' names and labels under the images'.
        let other =
          name.contains("images")
          ? name.replacingOccurrences(of: "images-idx3", with: "labels-idx1")
          : name.replacingOccurrences(of: "labels-idx1", with: "images-idx3")
        try FileManager.default.copyItem(
          at: mnist.appendingPathComponent(name),
          to: folder.appendingPathComponent(other))
      }
      try expectNothingWritten("MLP", ["--data", folder.path], status: 1)
    }
  }

  @Test func anotherFolderOfTheSameFilesGivesTheSameLog() throws {
    try withTemporaryFolder { folder in
      let run = try ChapterRun(
        "FromTensorSlices", "--data", mnist.path, "--output", folder.path)
      #expect(run.status == 0)
      let kept = package.appendingPathComponent("Output/4-FromTensorSlices/log.txt")
      #expect(run.output == (try text(kept)))
    }
  }

  @Test func anOutputFolderThatIsAFileIsOneLineAndStatus1() throws {
    try withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("file")
      try Data("mine".utf8).write(to: file)
      let run = try ChapterRun("LossFunctions", "--output", file.path)
      #expect(run.status == 1)
      #expect(run.errors.split(separator: "\n").count == 1)
      #expect(run.errors.contains(file.path))
      #expect(try text(file) == "mine")
    }
  }

  @Test(arguments: [
    "LossFunctions", "GradientDescent", "LinearRegression", "FromTensorSlices", "MLP",
  ])
  func helpSaysWhatTheChapterShows(chapter: String) throws {
    let run = try ChapterRun(chapter, "--help")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("OVERVIEW: "))
    #expect(run.output.contains("--output"))
  }

  private let mnist = package.appendingPathComponent("Sources/CMNIST")

  private func expectNothingWritten(
    _ chapter: String, _ arguments: [String], status: Int32
  ) throws {
    try withTemporaryFolder { folder in
      let run = try ChapterRun(chapter, arguments + ["--output", folder.path])
      #expect(run.status == status)
      #expect(run.output == "")
      #expect(run.errors.hasSuffix("\n"))
      #expect(run.errors.split(separator: "\n").count == 1, "\(run.errors)")
      #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    }
  }
}
