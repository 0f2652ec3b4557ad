import ArgumentParser
import BookKit
import ChapterKit
import Foundation

struct BookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "book",
    abstract: "Keeps the book true: its listings, outputs, numbers and pictures.",
    discussion: """
      book                 write listings, outputs and numbers anew, from the \
      sources and Output/
      book --check         write nothing; print what would change, and exit with 1
      book --run           first run the commands of the book and write Output/ anew
      book --run --check   run them, and compare all that they write; change nothing

      What is marked in the book is rewritten, all else is written by hand:

      <!-- book:listing Chapters/2-GradientDescent/GradientDescent.swift#step -->
      <!-- book:output Output/2-GradientDescent/log.txt#rate-0.1 -->
      <!-- book:run -->
      <!-- book:skip the document's own Python -->

      each on a line right before a fence, and right behind a bold number

      **88.15%**<!-- book:value Output/5-MLP/log.txt#accuracy %.2p -->
      **1,024**<!-- book:expr 2^10 %,d -->
      **200**<!-- book:option MLP batch-size -->

      with a format of %d, %,d, %.4f, %,.2f, %.2e, %g, %.3g, %.1p (percent) or %s (all \
      digits). A region of a Swift file stands between the lines "// snippet.NAME" and \
      "// snippet.end". The names of a log stand in the regions.json beside it. A chapter \
      shows them in their own order; a mark that ends with the word elsewhere is free.

      Every line of Chapters/ has to be shown in the book once; every region, picture \
      and value has to be used; every link has to lead somewhere. What does not hold is \
      printed as FILE:LINE: error: …, all of it at once. README.md is looked at in the same \
      way, and so are translations, book.zh.md and README.zh.md: they keep the marks, \
      pictures, exercises, formulas and numbers of the originals.
      """,
    version: FirstSteps.version,
    subcommands: [ReadCommand.self, MutateCommand.self])

  @Flag(help: "Write nothing; print what would change, and exit with 1 if anything.")
  var check = false

  @Flag(
    name: .customLong("run"),
    help: "First run the commands of the book, and write Output/ anew.")
  var runs = false

  @OptionGroup var options: PackageOptions

  func run() throws {
    let workspace = try options.workspace()
    if runs {
      try TemporaryFolder.with { try runAndFinish(workspace, in: $0) }
    } else {
      try finish(try Inspection(workspace, options.programs), in: workspace)
    }
  }

  /// Runs the book's commands before anything is written or compared.
  private func runAndFinish(_ workspace: Workspace, in folder: TemporaryFolder) throws {
    var (commands, problems) = try RunCommand.all(in: workspace)
    var fresh = workspace
    if problems.isEmpty {
      try options.programs.build(workspace)
      let display = RunDisplay(showsOutput: !check)
      let runner = Runner(
        workspace, programs: options.programs, in: folder, report: display.show)
      defer { display.eraseProgress() }
      problems = try runner.run(commands)
      fresh.output = runner.output
      if let failure = display.failure { throw failure }
    }
    guard problems.isEmpty else {
      throw Failure(problems, advice: check ? [] : ["nothing has been changed"])
    }
    let inspection = try Inspection(fresh, options.programs)
    let comparison = try OutputComparison(of: fresh.output, with: workspace)
    try finish(inspection, in: workspace, comparison)
  }

  /// Checks the books, or writes them, and Output/ where it has been written anew.
  private func finish(
    _ inspection: Inspection, in workspace: Workspace,
    _ comparison: OutputComparison? = nil
  ) throws {
    let causes = inspection.pages.flatMap(\.problems)
    var problems = inspection.problems
    var advice: [String] = []
    if check {
      problems += inspection.pages.flatMap(\.stale) + (comparison?.problems ?? [])
      if let comparison, !comparison.problems.isEmpty {
        advice = ["this mends Output/ and the book: swift run book --run"]
      } else if inspection.pages.contains(where: \.isStale) {
        advice = ["this mends the book: swift run book"]
      }
      do {
        let changes =
          (comparison?.changedTexts ?? [])
          + inspection.pages.filter(\.isStale).map(\.change)
        try StandardOutput.write(try TextDifference(of: changes).description)
      } catch {
        advice.append("book: \(error)")
      }
    } else if causes.isEmpty {
      try comparison?.apply()
      for page in inspection.pages { try page.write(in: workspace) }
    } else {
      advice = ["nothing has been changed"]
    }
    guard causes.isEmpty, problems.isEmpty else {
      throw Failure(causes, problems, advice: advice)
    }
  }
}
