import ArgumentParser
import BookKit
import ChapterKit

/// `book mutate`: how many of a thousand small changes the checks notice.
struct MutateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "mutate",
    abstract: "Makes single changes to a copy of the package; tells which are noticed.",
    shouldDisplay: false)

  @Option(help: "Make so many changes.")
  var changes = 1000

  @Option(help: "Draw the changes from this seed.")
  var seed: UInt32 = 1

  @Flag(help: "Print the changes that are not noticed.")
  var missed = false

  @OptionGroup var options: PackageOptions

  func run() throws {
    let workspace = try options.workspace()
    try TemporaryFolder.with { folder in
      let trial = try MutationTrial(
        of: workspace, options.programs, in: folder, seed: seed)
      let results = try trial.run(changes) { number in
        if number % 100 == 0 { StandardError.write("\(number) of \(changes)\n") }
      }
      for result in results {
        try StandardOutput.write("\(result.caught) of \(result.made)  \(result.kind)\n")
        for line in missed ? result.missed : [] {
          try StandardOutput.write("    \(line)\n")
        }
      }
      let made = results.map(\.made).reduce(0, +)
      let caught = results.map(\.caught).reduce(0, +)
      try StandardOutput.write("\(caught) of \(made)  in all\n")
    }
  }
}
