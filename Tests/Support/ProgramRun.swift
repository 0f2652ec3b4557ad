import Foundation

/// One run of a program, to its end.
package struct ProgramRun {
  /// What it ended with: its status or, if it was killed, the signal.
  package let status: Int32
  package let wasKilled: Bool
  package let output: String
  package let errors: String

  /// A run of one of the package's programs.
  package init(_ program: String, _ arguments: String...) throws {
    try self.init(program, arguments)
  }

  /// A run of one of the package's programs, or of the one at a path, with variables added
  /// to the environment, in a folder, with devices for what it writes, with a signal that
  /// it is sent once a condition holds.
  package init(
    _ program: String, _ arguments: [String], environment: [String: String] = [:],
    in folder: TemporaryFolder? = nil, output: String? = nil, errors: String? = nil,
    signal: (number: Int32, when: () -> Bool)? = nil
  ) throws {
    let process = Process()
    process.executableURL =
      program.hasPrefix("/")
      ? URL(fileURLWithPath: program) : products.appending(path: program)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { _, new in new }
    if let folder { process.currentDirectoryURL = folder.url }
    // Files hold what a pipe that nobody reads does not.
    let written = TemporaryFolder()
    func file(_ name: String, or device: String?) throws -> FileHandle? {
      let path = try device ?? written.write([], as: name)
      return FileHandle(forWritingAtPath: path)
    }
    process.standardOutput = try file("output", or: output)
    process.standardError = try file("errors", or: errors)
    process.standardInput = FileHandle.nullDevice
    // The threads of tests block signals, which a program would inherit.
    var (none, former) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &former)
    try process.run()
    pthread_sigmask(SIG_SETMASK, &former, nil)
    if let signal {
      while process.isRunning, !signal.when() { usleep(1000) }
      if process.isRunning { kill(process.processIdentifier, signal.number) }
    }
    process.waitUntilExit()
    status = process.terminationStatus
    wasKilled = process.terminationReason == .uncaughtSignal
    self.output = output == nil ? try text(written["output"]) : ""
    self.errors = errors == nil ? try text(written["errors"]) : ""
  }
}

extension String {
  /// What stands between spaces, as a shell would part it.
  package var words: [String] { split(separator: " ").map(String.init) }
}

/// Whether so many seconds have passed since it was made.
package func passed(seconds: Double) -> () -> Bool {
  let start = ContinuousClock.now
  return { start.duration(to: .now) >= .seconds(seconds) }
}

/// Runs a script of the shell with an argument as its `$0`: where asked for, as one who may
/// mount file systems, which vanish with the script.
package func shellRun(
  _ script: String, _ argument: String = "sh", inNamespace: Bool = false
) throws -> ProgramRun {
  let unshare = inNamespace ? ["unshare", "--mount", "--map-root-user"] : []
  return try ProgramRun("/usr/bin/env", unshare + ["sh", "-c", script, argument])
}
