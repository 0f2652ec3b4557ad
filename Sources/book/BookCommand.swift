import ArgumentParser
import BookKit

struct BookCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "book",
    abstract: "Keeps book.md true: its listings, outputs, numbers and pictures.",
    discussion: """
      book           write listings, outputs and numbers anew, from the sources and \
      Output/
      book --check   write nothing; print what would change, and exit with 1

      What is marked in the book is rewritten, all else is written by hand:

      <!-- book:listing Chapters/2-GradientDescent/GradientDescent.swift#step -->
      <!-- book:output Output/2-GradientDescent/log.txt#rate-0.1 -->
      <!-- book:run -->
      <!-- book:skip the document's own Python -->

      each on a line right before a fence, and right behind a bold number

      **88.15%**<!-- book:value Output/5-MLP/log.txt#accuracy %.2p -->

      with a format of %d, %,d, %.4f, %,.2f, %.2e, %g, %.3g, %.1p (percent) or %s (all \
      digits). A region of a Swift file stands between the lines "// snippet.NAME" and \
      "// snippet.end". The names of a log stand in the regions.json beside it.

      Every line of Chapters/ has to be shown in the book once; every region, picture \
      and value has to be used; every link has to lead somewhere. What does not hold is \
      printed as FILE:LINE: error: …, all of it at once.
      """)

  @Flag(help: "Write nothing; print what would change, and exit with 1 if anything.")
  var check = false

  @Option(
    name: .customLong("package"),
    help: ArgumentHelp("Work on the package in this folder.", valueName: "dir"))
  var folder = "."

  func run() throws {
    let workspace = try Workspace.around(folder)
    var problems: [Problem] = []
    var advice: [String] = []
    for inspection in try Inspection.all(in: workspace) {
      let refresh = inspection.refresh
      problems += refresh.problems + inspection.problems
      if !refresh.problems.isEmpty, !check {
        advice.append("\(refresh.path) is left as it was")
      }
      guard refresh.old != refresh.new else { continue }
      if check {
        problems += refresh.stale
        advice.append(
          "\(refresh.path) is not up to date; this mends it: swift run book")
        print(
          UnifiedDiff(old: refresh.old, new: refresh.new, path: refresh.path),
          terminator: "")
      } else {
        try refresh.write(in: workspace)
      }
    }
    guard problems.isEmpty else {
      throw Failure(problems: problems.inOrder, advice: advice)
    }
  }
}
