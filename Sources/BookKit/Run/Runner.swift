import Files
import Foundation

/// Runs the book's commands, each into an empty folder, and joins what they write.
public struct Runner {
  private let workspace: Workspace
  private let programs: Programs
  /// Where the runs write.
  private let folder: TemporaryFolder
  private let report: (Event) -> Void

  /// What a runner tells while it runs.
  public enum Event {
    /// A command begins, the `number`th of so many.
    case began(RunCommand, number: Int, of: Int)
    /// The command has printed this.
    case printed([UInt8])
    /// The command is still running: said five times a second.
    case isRunning
  }

  /// The folder of all that the commands have written.
  public var output: String { folder.path + "/Output" }

  /// A runner for the workspace's chapters.
  public init(
    _ workspace: Workspace, programs: Programs, in folder: TemporaryFolder,
    report: @escaping (Event) -> Void
  ) {
    self.workspace = workspace
    self.programs = programs
    self.folder = folder
    self.report = report
  }

  /// Runs the commands one after the other; each may use all of the machine.
  public func run(_ commands: [RunCommand]) throws -> [Problem] {
    var problems: [Problem] = []
    var writers: [String: RunCommand] = [:]
    try makeFolder(output)
    for (index, command) in commands.enumerated() {
      report(.began(command, number: index + 1, of: commands.count))
      let folder = "\(folder.path)/\(index)"
      try makeFolder(folder)
      if let message = try run(command, into: folder) {
        problems.append(command.problem(message))
        continue
      }
      problems += try join(folder, of: command, &writers)
    }
    return problems
  }

  /// Runs a command; says what went wrong.
  private func run(_ command: RunCommand, into folder: String) throws -> String? {
    guard let program = programs.path(of: command.program) else {
      return programs.missing(command.program).description
    }
    let errors = folder + ".errors"
    try writeWhole([], to: errors)
    let process = Process(
      program, command.arguments + ["--output", folder], in: workspace.root)
    process.standardError = FileHandle(forWritingAtPath: errors)
    let pipe = Pipe()
    process.standardOutput = pipe
    var printed: [UInt8] = []
    let wasInterrupted = try process.runToEnd {
      printed = read(pipe.fileHandleForReading)
    }
    if wasInterrupted { throw WorkspaceError("interrupted: nothing has been changed") }

    if process.terminationReason == .uncaughtSignal || process.terminationStatus != 0 {
      let kind = process.terminationReason == .exit ? "status" : "signal"
      let text = String(decoding: try readWhole(errors, limit: 1 << 26), as: UTF8.self)
      return "\(command.text) ended with \(kind) \(process.terminationStatus): "
        + text.trimmed
    }
    let logs = Workspace.files(below: folder).filter { $0.hasSuffix("/log.txt") }
    let isLogged = try logs.contains {
      try readWhole("\(folder)/\($0)", limit: 1 << 26) == printed
    }
    return isLogged ? nil : "what \(command.text) prints is not the log that it writes"
  }

  /// All that the pipe gives, shown as it comes.
  private func read(_ file: FileHandle) -> [UInt8] {
    var all: [UInt8] = []
    var event = pollfd(fd: file.fileDescriptor, events: Int16(POLLIN), revents: 0)
    while true {
      if poll(&event, 1, 200) == 0 {
        report(.isRunning)
        continue
      }
      let bytes = [UInt8](file.availableData)
      if bytes.isEmpty { return all }
      report(.printed(bytes))
      all += bytes
    }
  }

  /// Moves what a command wrote to what the others wrote. Two may write the same file,
  /// if they write the same: then their order does not matter.
  private func join(
    _ folder: String, of command: RunCommand, _ writers: inout [String: RunCommand]
  ) throws -> [Problem] {
    var problems: [Problem] = []
    for path in Workspace.files(below: folder) {
      let bytes = try readWhole("\(folder)/\(path)", limit: 1 << 30)
      let place = "\(output)/\(path)"
      if let other = writers[path] {
        guard try readWhole(place, limit: 1 << 30) != bytes else { continue }
        problems.append(
          command.problem(
            "\(command.text) writes another Output/\(path) than \(other.text)"))
      } else {
        try makeFolder((place as NSString).deletingLastPathComponent)
        try writeWhole(bytes, to: place)
        writers[path] = command
      }
    }
    return problems
  }
}
