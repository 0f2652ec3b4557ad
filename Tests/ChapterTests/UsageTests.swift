import ChapterKit
import Foundation
import Testing

private let chapters = [
  "LossFunctions", "GradientDescent", "LinearRegression", "FromTensorSlices", "MLP",
]

/// A mistake of the user's gives one line and a status, and changes nothing on disk.
@Suite struct UsageTests {
  @Test(arguments: [
    ("LossFunctions", ["--points", "2"]),
    ("LossFunctions", ["--seed", "-1"]),
    ("GradientDescent", ["--learning-rate", "fast"]),
    ("GradientDescent", ["--learning-rate", "nan"]),
    ("GradientDescent", ["--learning-rate", "-1"]),
    ("GradientDescent", ["--rate", "0"]),
    ("GradientDescent", ["--steps", "0"]),
    ("GradientDescent", ["--start", "inf"]),
    ("GradientDescent", ["--start", "1e200"]),
    ("GradientDescent", ["--rate", "0.1", "0.1"]),
    ("LinearRegression", ["--learning-rate", "-0.1"]),
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

  /// An option says what it takes, whatever else it is given.
  @Test(arguments: [
    (
      "LossFunctions", "--points", ["2", "101", "-4", "3.5", "1e30", "many"], "3 to 100"
    ),
    ("LossFunctions", "--seed", ["4294967296", "-1"], "0 to 4294967295"),
    ("GradientDescent", "--steps", ["0", "-1", "1000001"], "1 to 1000000"),
    ("LinearRegression", "--seed", ["4294967296", "-1", ""], "0 to 4294967295"),
    ("LinearRegression", "--iterations", ["0", "-1"], "1 to 9223372036854775807"),
    ("LinearRegression", "--points", ["0", "-1"], "1 to 1000000"),
    ("FromTensorSlices", "--limit", ["0", "-3"], "1 to 9223372036854775807"),
  ])
  func namesTheRange(
    chapter: String, option: String, values: [String], range: String
  ) throws {
    for value in values {
      let run = try ChapterRun(chapter, option, value)
      #expect(run.status == 2)
      let name = option.dropFirst(2)
      #expect(
        run.errors == """
          \(chapter): The value '\(value)' is invalid for '\(option) <\(name)>': \
          expected a whole number from \(range) (see --help)

          """)
    }
  }

  @Test func aNegativeNumberIsAValue() throws {
    try withTemporaryFolder { folder in
      let runs = try [["--start", "-4"], ["--start=-4"]].map {
        try ChapterRun("GradientDescent", $0 + ["--output", folder.path])
      }
      #expect(runs.map(\.status) == [0, 0])
      #expect(runs[0].output == runs[1].output)
      #expect(runs[0].output.contains("\n     1         -3.2        10.24\n"))
    }
  }

  @Test(arguments: [
    ("LossFunctions", ["--output", ""]), ("LossFunctions", ["exercises", "--output="]),
    ("FromTensorSlices", ["--data", ""]), ("MLP", ["--output", ""]),
  ])
  func anEmptyPathIsOneLineAndStatus2(chapter: String, arguments: [String]) throws {
    let run = try ChapterRun(chapter, arguments)
    #expect(run.status == 2)
    #expect(run.output == "")
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func aMessageEscapesWhatWouldMoveTheCursor() throws {
    let run = try ChapterRun("LossFunctions", "--points", "3\u{1B}[31m\u{202E}")
    #expect(
      run.errors.hasPrefix(
        #"LossFunctions: The value '3\u{1b}[31m\u{202e}' is invalid"#))
  }

  @Test func aLogEscapesTheSameInTheNameOfADrawing() throws {
    try withTemporaryFolder { folder in
      let drawing = package.appendingPathComponent(
        "Tests/ChapterTests/Fixtures/drawings/seven.png")
      let copy = folder.appendingPathComponent("7\u{1B}[31m\u{202E}\n.png")
      try FileManager.default.copyItem(at: drawing, to: copy)
      let run = try ChapterRun(
        "MLP", ["predict", copy.lastPathComponent, "--output", "out"], in: folder)
      #expect(run.status == 0)
      #expect(run.output.hasPrefix(#"7\u{1b}[31m\u{202e}\u{a}.png is read as "#))
    }
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
      let given = try ChapterRun(
        "FromTensorSlices", "--data", mnist.path, "--output", folder.path)
      let embedded = try ChapterRun("FromTensorSlices", "--output", folder.path)
      #expect(given.status == 0)
      #expect(given.output == embedded.output)
      #expect(given.output.hasPrefix("0\n(28, 28)\n"))
    }
  }

  @Test(arguments: chapters)
  func helpSaysWhatTheChapterShows(chapter: String) throws {
    let run = try ChapterRun(chapter, "--help")
    #expect(run.status == 0)
    #expect(run.output.hasPrefix("OVERVIEW: "))
    #expect(run.output.contains("USAGE: \(chapter) ["))
    #expect(run.output.contains("--output"))
    #expect(run.output.contains("(default: Output)"))
  }

  @Test(arguments: chapters + ["book"])
  func saysItsVersion(program: String) throws {
    let run = try ChapterRun(program, "--version")
    #expect(run.status == 0)
    #expect(run.output == "\(FirstSteps.version)\n")
  }

  @Test(arguments: chapters)
  func aCompletionScriptCompletesFolders(chapter: String) throws {
    let run = try ChapterRun(chapter, "--generate-completion-script", "zsh")
    #expect(run.status == 0)
    let names = chapter == "FromTensorSlices" ? ["--output", "--data"] : ["--output"]
    let options = run.output.split(separator: "\n").filter { line in
      names.contains { line.contains($0) }
    }
    #expect(options.count >= names.count)
    #expect(options.allSatisfy { $0.hasSuffix(":dir:_files -/'") }, "\(options)")
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
