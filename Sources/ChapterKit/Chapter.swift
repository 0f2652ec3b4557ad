import ArgumentParser

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A chapter of the book: a program that prints a log and leaves it, with whatever else
/// it makes, in a folder of its own.
///
///     @main
///     struct GradientDescent: Chapter {
///       static let folder = "2-GradientDescent"
///       static let configuration = CommandConfiguration(abstract: "Walks down x².")
///       @OptionGroup var output: OutputOptions
///
///       func write(_ log: Transcript, into folder: OutputFolder) throws {
///         log.print("f(4) = 16")
///       }
///     }
///
/// A mistake on the command line ends the program with one line and the status 2, any
/// other error with one line and the status 1; then nothing has been written.
public protocol Chapter: ParsableCommand {
  /// The name of the chapter's folder under Chapters/ and Output/.
  static var folder: String { get }

  /// Where the chapter writes.
  var output: OutputOptions { get }

  /// Prints the chapter's log and writes its other files.
  func write(_ log: Transcript, into folder: OutputFolder) throws
}

/// The options that every chapter has.
public struct OutputOptions: ParsableArguments {
  @Option(
    name: .customLong("output"),
    help: ArgumentHelp("Write into a folder of this one.", valueName: "dir"))
  var directory = "Output"

  /// The default options.
  public init() {}
}

extension Chapter {
  /// Runs the chapter and, once all of it went well, writes its files.
  public func run() throws {
    let folder = OutputFolder("\(output.directory)/\(Self.folder)")
    let log = Transcript()
    try write(log, into: folder)
    folder.add("log.txt", log.text)
    folder.add("regions.json", log.regions)
    try folder.save()
  }

  /// The program's entry.
  public static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch {
      let status = exitCode(for: error)
      if status == .success {  // --help
        print(fullMessage(for: error))
        return
      }
      let message = message(for: error).split(separator: "\n").joined(separator: " ")
      let hint = status == .validationFailure ? " (see --help)" : ""
      let name = configuration.commandName ?? "\(Self.self)"
      StandardError.write("\(name): \(message)\(hint)\n")
      endProgram(status == .validationFailure ? 2 : 1)
    }
  }
}

/// Ends the program: inside a command, `exit` would be a method of the command.
private func endProgram(_ status: Int32) -> Never {
  exit(status)
}
