import Foundation

/// The package's folder.
let package = URL(fileURLWithPath: #filePath)
  .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

/// One run of a chapter's program, to its end.
struct ChapterRun {
  let status: Int32
  /// Whether a signal killed it, which then is its status.
  let wasKilled: Bool
  let output: String
  let errors: String

  init(_ chapter: String, _ arguments: String...) throws {
    try self.init(chapter, arguments)
  }

  /// A run of a chapter, or of the program at a path, with variables added to the
  /// environment, in a folder, with a signal that it is sent after so many seconds.
  init(
    _ chapter: String, _ arguments: [String], environment: [String: String] = [:],
    in folder: URL? = nil, signal: (number: Int32, after: Double)? = nil
  ) throws {
    let process = Process()
    process.executableURL =
      chapter.hasPrefix("/")
      ? URL(fileURLWithPath: chapter) : Self.products.appendingPathComponent(chapter)
    process.arguments = arguments
    process.environment = ProcessInfo.processInfo.environment
      .merging(environment) { _, new in new }
    let (out, err) = (Pipe(), Pipe())
    process.standardOutput = out
    process.standardError = err
    process.standardInput = FileHandle.nullDevice
    if let folder { process.currentDirectoryURL = folder }
    // The threads of tests block signals, which a program would inherit.
    var (none, former) = (sigset_t(), sigset_t())
    sigemptyset(&none)
    pthread_sigmask(SIG_SETMASK, &none, &former)
    try process.run()
    pthread_sigmask(SIG_SETMASK, &former, nil)
    if let signal {
      DispatchQueue.global().asyncAfter(deadline: .now() + signal.after) {
        if process.isRunning { kill(process.processIdentifier, signal.number) }
      }
    }
    // Errors are a line or two, which the pipe holds while the output is read.
    let output = try out.fileHandleForReading.readToEnd() ?? Data()
    let errors = try err.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    status = process.terminationStatus
    wasKilled = process.terminationReason == .uncaughtSignal
    self.output = String(decoding: output, as: UTF8.self)
    self.errors = String(decoding: errors, as: UTF8.self)
  }

  /// Where the chapters' programs are: beside the tests.
  static var products: URL {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    let tests = bundle?.bundleURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    return tests.deletingLastPathComponent()
  }
}

/// One run of a script of the shell, to its end.
struct ShellRun {
  let status: Int32
  let output: String
  let errors: String

  /// Runs the script with an argument as `$0`: where asked for, as one who may mount
  /// file systems, which vanish with the script.
  init(_ script: String, _ argument: String = "sh", inNamespace: Bool = false) throws {
    let unshare = inNamespace ? ["unshare", "--mount", "--map-root-user"] : []
    let run = try ChapterRun(
      "/usr/bin/env", unshare + ["sh", "-c", script, argument])
    (status, output, errors) = (run.status, run.output, run.errors)
  }
}

/// A new folder that is removed with everything in it when `body` is done.
func withTemporaryFolder<Result>(_ body: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory
    .appendingPathComponent("chapters-\(UUID().uuidString)")
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try body(folder)
}

/// The text of a file.
func text(_ file: URL) throws -> String {
  String(decoding: try Data(contentsOf: file), as: UTF8.self)
}
