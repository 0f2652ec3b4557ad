import Foundation

extension Process {
  /// A program that reads no input.
  convenience init(_ program: String, _ arguments: [String], in folder: String? = nil) {
    self.init()
    executableURL = URL(fileURLWithPath: program)
    self.arguments = arguments
    if let folder { currentDirectoryURL = URL(fileURLWithPath: folder) }
    standardInput = FileHandle.nullDevice
  }

  /// Runs the process with further variables in its environment; gives what it prints.
  func output(_ variables: [String: String]) throws -> String {
    environment = ProcessInfo.processInfo.environment.merging(variables) { $1 }
    let pipe = Pipe()
    standardOutput = pipe
    try run()
    let bytes = pipe.fileHandleForReading.readDataToEndOfFile()
    waitUntilExit()
    return String(decoding: bytes, as: UTF8.self)
  }
}
