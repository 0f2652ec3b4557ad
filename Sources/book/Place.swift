import ArgumentParser
import BookKit
import Foundation

/// Where the package is, and its built programs.
struct Place: ParsableArguments {
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

  /// The folder of the built chapters: that of this program, if no other is named.
  var programs: String {
    if let programsFolder { return programsFolder }
    let program = Bundle.main.executableURL!.resolvingSymlinksInPath()
    return program.deletingLastPathComponent().path
  }
}
