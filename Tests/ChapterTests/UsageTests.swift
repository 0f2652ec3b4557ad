import ChapterKit
import Foundation
import TestSupport
import Testing

private let chapters = [
  "LossFunctions", "GradientDescent", "LinearRegression", "FromTensorSlices", "MLP",
]

/// A mistake of the user's gives one line and a status, and changes nothing on disk.
@Suite struct UsageTests {
  private let folder = TemporaryFolder()

  private static let count = "a whole number from 1 to 1000000"
  private static let anyCount = "a whole number from 1 to 9223372036854775807"
  private static let seed = "a whole number from 0 to 4294967295"
  private static let rate = "a finite number above 0.0"
  private static let path = "a path, found none"
  static let options: [(String, String, [String], String)] = [
    (
      "LossFunctions", "--points", ["2", "101", "-4", "3.5", "1e30", "many"],
      "a whole number from 3 to 100"
    ),
    ("LossFunctions", "--seed", ["4294967296", "-1"], seed),
    ("LossFunctions", "--output", [""], path),
    ("GradientDescent", "--learning-rate", ["fast", "nan", "-1"], rate),
    ("GradientDescent", "--rate", ["0"], rate),
    ("GradientDescent", "--steps", ["0", "-1", "1000001"], count),
    ("LinearRegression", "--learning-rate", ["-0.1"], rate),
    ("LinearRegression", "--seed", ["4294967296", "-1", ""], seed),
    ("LinearRegression", "--iterations", ["0", "-1"], anyCount),
    ("LinearRegression", "--points", ["0", "-1"], count),
    ("FromTensorSlices", "--limit", ["0", "-3"], anyCount),
    ("FromTensorSlices", "--data", [""], path),
    ("MLP", "--epochs", ["0", "-1"], count),
    ("MLP", "--batch-size", ["-200", "1000001"], count),
    ("MLP", "--seed", ["-1", "4294967296"], seed),
    ("MLP", "--learning-rate", ["0", "inf"], rate),
    ("MLP", "--data", [""], path),
    ("MLP", "--save", [""], path),
    ("MLP", "--resume", [""], path),
    ("MLP further", "--epochs", ["0", "1000001"], count),
    ("MLP further", "--save", [""], path),
    ("MLP predict 1.png", "--weights", [""], path),
    ("MLP predict", "--", [""], path),
  ]

  /// An option says what it takes, whatever else it is given.
  @Test(arguments: options)
  func saysWhatAnOptionTakes(
    command: String, option: String, values: [String], expected: String
  ) throws {
    let words = command.words
    for value in values {
      try expectRefusal(
        words[0], words.dropFirst() + [option, value], in: folder, status: 2,
        "The value '\(value)' is invalid for '",
        "': expected \(expected) (see --help)\n")
    }
  }

  @Test(arguments: [
    "GradientDescent --start inf", "GradientDescent --start 1e200",
    "GradientDescent --rate 0.1 0.1", "LinearRegression --points 10",
    "FromTensorSlices --frobnicate", "MLP --style jax", "MLP --initializer zeros",
    "LossFunctions exercises --output=", "LossFunctions exercises --seed 3",
    "LinearRegression --seed 3 check", "MLP mistakes --epochs 3",
    "MLP --style keras predict digit.png", "FromTensorSlices exercises 1",
    "MLP predict 1.png --network document --weights w", "MLP mistakes 3",
    "MLP gradients --frobnicate", "MLP predict 1.png --network mnist",
  ])
  func aWrongOptionIsOneLineAndStatus2(command: String) throws {
    let words = command.words
    try expectRefusal(
      words[0], Array(words[1...]), in: folder, status: 2, "", " --help)\n")
  }

  @Test func aNegativeNumberIsAValue() throws {
    let runs = try ["--start -4", "--start=-4"].map {
      try ProgramRun("GradientDescent", $0.words, in: folder)
    }
    #expect(runs.map(\.status) == [0, 0])
    #expect(runs[0].output == runs[1].output)
    #expect(runs[0].output.contains("\n     1         -3.2        10.24\n"))
  }

  @Test func aMessageEscapesWhatWouldMoveTheCursor() throws {
    try expectRefusal(
      "LossFunctions", ["--points", "3\u{1B}[31m\u{202E}"], in: folder, status: 2,
      #"The value '3\u{1b}[31m\u{202e}' is invalid"#)
  }

  @Test(arguments: chapters + ["book"])
  func saysItsVersionAndWhatItTakes(program: String) throws {
    let version = try ProgramRun(program, "--version")
    #expect(version.status == 0)
    #expect(version.output == "\(FirstSteps.version)\n")
    guard program != "book" else { return }

    let help = try ProgramRun(program, "--help")
    #expect(help.status == 0)
    #expect(help.output.hasPrefix("OVERVIEW: "))
    #expect(help.output.contains("USAGE: \(program) ["))
    #expect(help.output.contains("--output"))
    #expect(help.output.contains("(default: Output)"))

    let completion = try ProgramRun(program, "--generate-completion-script", "zsh")
    let names =
      program == "FromTensorSlices" ? ["--output", "--data"] : ["--output"]
    let options = completion.output.split(separator: "\n").filter { line in
      names.contains { line.contains($0) }
    }
    #expect(options.count >= names.count)
    #expect(options.allSatisfy { $0.hasSuffix(":dir:_files -/'") }, "\(options)")
  }
}
