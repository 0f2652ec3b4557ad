import ArgumentParser
import BookKit
import Foundation

/// Where the package is, and its built programs.
struct PackageOptions: ParsableArguments {
  @Option(
    name: .customLong("package"),
    help: ArgumentHelp(
      "Work on the package in, or around, this folder.", valueName: "dir"))
  var folder = "."

  @Option(
    name: .customLong("programs"),
    help: ArgumentHelp(
      "Run the programs in this folder.", valueName: "dir", visibility: .hidden))
  var programsFolder: String?

  func workspace() throws -> Workspace { try Workspace.around(folder) }

  /// The chapters: those beside this program, if no others are named.
  var programs: Programs {
    let program = Bundle.main.executableURL!.resolvingSymlinksInPath()
    return Programs(
      in: programsFolder ?? program.deletingLastPathComponent().path,
      areBuilt: programsFolder != nil)
  }
}
