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

  /// The programs beside another one, which SwiftPM has put there: `build` brings them up
  /// to date.
  public init(beside program: URL) {
    folder = program.resolvingSymlinksInPath().deletingLastPathComponent().path
    areBuilt = false
  }

  /// Programs that are run as they are.
  public init(builtIn folder: String) {
    self.folder = folder
    areBuilt = true
  }

  /// Where the program of this name is.
  func path(of program: String) -> String { "\(folder)/\(program)" }

  /// Builds the package in the configuration that the folder is of, as in
  /// `.build/x86_64-unknown-linux-gnu/debug`. What the compiler says goes to standard
  /// error.
  public func build(_ workspace: Workspace) throws {
    if areBuilt { return }
    let folder = URL(fileURLWithPath: folder)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [
      "swift", "build", "--quiet", "--package-path", workspace.root,
      "--scratch-path",
      folder.deletingLastPathComponent().deletingLastPathComponent().path,
      "--configuration", folder.lastPathComponent,
    ]
    process.standardInput = FileHandle.nullDevice
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
    guard FileManager.default.isExecutableFile(atPath: path(of: program)) else {
      return nil
    }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path(of: program))
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment.merging(environment) {
      $1
    }
    let output = Pipe()
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    let answer = String(decoding: bytes, as: UTF8.self)
    answers.known[question] = answer
    return answer
  }

  /// Runs a command as it stands, with all that it prints going where ours goes; says
  /// with which status it ended.
  public func run(_ command: RunCommand, in workspace: Workspace) throws -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path(of: command.program))
    process.arguments = command.arguments
    process.currentDirectoryURL = URL(fileURLWithPath: workspace.root)
    process.standardInput = FileHandle.nullDevice
    _ = try process.runToEnd()
    return process.terminationStatus
  }
}
