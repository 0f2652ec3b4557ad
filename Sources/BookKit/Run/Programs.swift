import Foundation

/// The chapters' programs.
public struct Programs {
  /// The folder that they are built in.
  private let folder: String
  /// Whether `build` leaves them as they are.
  private let areBuilt: Bool
  /// What they have answered: a trial asks the same a thousand times.
  private let answers = Answers()

  private final class Answers { var known: [[String]: String] = [:] }

  /// The programs of a folder, which `build` brings up to date unless they are to be run
  /// as they are.
  public init(in folder: String, areBuilt: Bool) {
    (self.folder, self.areBuilt) = (folder, areBuilt)
  }

  /// Where the program of this name is; nil where there is none.
  func path(of program: String) -> String? {
    let path = "\(folder)/\(program)"
    return FileManager.default.isExecutableFile(atPath: path) ? path : nil
  }

  /// Builds the package in the configuration that the folder is of, as in
  /// `.build/x86_64-unknown-linux-gnu/debug`. What the compiler says goes to standard
  /// error.
  public func build(_ workspace: Workspace) throws {
    if areBuilt { return }
    let folder = URL(fileURLWithPath: folder)
    let process = Process(
      "/usr/bin/env",
      [
        "swift", "build", "--quiet", "--package-path", workspace.root,
        "--scratch-path",
        folder.deletingLastPathComponent().deletingLastPathComponent().path,
        "--configuration", folder.lastPathComponent,
      ])
    process.standardOutput = FileHandle.standardError
    if try process.runToEnd() { throw WorkspaceError("interrupted") }
    guard process.terminationStatus == 0 else {
      throw WorkspaceError("expected chapters that can be built: swift build failed")
    }
  }

  /// What a program prints; nil where there is none of that name.
  func answer(
    of program: String, to arguments: [String] = [], environment: [String: String] = [:]
  ) throws -> String? {
    let question = [program] + arguments + environment.values
    if let answer = answers.known[question] { return answer }
    guard let path = path(of: program) else { return nil }
    let answer = try Process(path, arguments).output(environment)
    answers.known[question] = answer
    return answer
  }

  /// Runs a command as it stands, with all that it prints going where ours goes; says
  /// with which status it ended.
  public func run(_ command: RunCommand, in workspace: Workspace) throws -> Int32 {
    guard let path = path(of: command.program) else { throw missing(command.program) }
    let process = Process(path, command.arguments, in: workspace.root)
    _ = try process.runToEnd()
    return process.terminationStatus
  }

  func missing(_ program: String) -> WorkspaceError {
    WorkspaceError(
      "expected the program \(folder)/\(program), found none: run swift build")
  }
}
