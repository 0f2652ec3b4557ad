import ArgumentParser
import CProcessor
import Files

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// A chapter of the book: a program that prints a log and leaves it, with whatever else
/// it makes, in a folder of its own.
///
/// ```swift
/// @main
/// struct GradientDescent: Chapter {
///   static let folder = "2-GradientDescent"
///   static let configuration = CommandConfiguration(abstract: "Walks down x².")
///   @OptionGroup var output: OutputOptions
///
///   func write(_ log: Transcript, into folder: OutputFolder) throws {
///     log.print("f(4) = 16")
///   }
/// }
/// ```
///
/// A mistake on the command line ends the program with one line and the status 2, any
/// other error with one line and the status 1; then its folder has not been touched.
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
    help: ArgumentHelp(
      "Write into a folder of this one. (default: \(usual))", valueName: "dir"),
    completion: .directory, transform: path)
  var directory = Self.usual
  private static let usual = "Output"

  /// The default options.
  public init() {}

  /// The options on a command line, behind others: nothing where they are as usual.
  public var arguments: String {
    directory == Self.usual ? "" : " --output \(directory.shellWord)"
  }
}

extension Chapter {
  /// Runs the chapter and, once all of it went well, writes its files. A folder that
  /// cannot be written is noticed before the work begins.
  public func run() throws {
    let folder = OutputFolder("\(output.directory)/\(Self.folder)")
    try folder.requireWritable()
    let log = Transcript()
    try write(log, into: folder)
    if let failure = log.failure { throw failure }
    folder.add("log.txt", log.text)
    folder.add("regions.json", log.regions)
    try folder.save()
  }

  /// The chapter or the subcommand that the arguments ask for.
  private static func command(_ arguments: [String]) throws -> any ParsableCommand {
    let arguments = joiningNegativeNumbers(arguments)
    let command = try parseAsRoot(arguments)
    let type = type(of: command)
    guard configuration.subcommands.contains(where: { $0 == type }) else {
      return command
    }
    guard arguments.first?.hasPrefix("-") == false else {
      throw ValidationError("a subcommand stands before its options")
    }
    // Once more by itself: behind a subcommand the parser takes the options of the
    // chapter too, and forgets them.
    return try type.parse(Array(arguments.dropFirst()))
  }

  /// What is wrong with the arguments, if anything.
  private static func mistake(_ arguments: [String]) -> String? {
    do {
      _ = try command(arguments)
      return nil
    } catch {
      return exitCode(for: error) == .success ? nil : message(for: error)
    }
  }

  /// The program's entry.
  public static func main() {
    // Asked here, in a module without such instructions: a kernel would just trap.
    guard processor_runs_the_kernels() else {
      StandardError.write(
        "\(Self.self): expected a processor with AVX2 and FMA, found none\n")
      endProgram(1)
    }
    let status = status()
    if status != 0 { endProgram(status) }
  }

  /// Runs the command, and says in a line what has ended it, if anything: its exit status.
  private static func status() -> Int32 {
    do {
      if try checksCommandLines(mistake) { return 0 }
      do {
        var command = try command(Array(CommandLine.arguments.dropFirst()))
        try command.run()
      } catch  where exitCode(for: error) == .success {  // --help, --version
        try StandardOutput.write(fullMessage(for: error) + "\n")
      }
      try StandardOutput.flush()
      Signals.deliver()
      return 0
    } catch {
      let isUsage = exitCode(for: error) == .validationFailure
      let message = message(for: error).split(separator: "\n").joined(separator: " ")
        .inOneLine
      StandardError.write(
        "\(Self.self): \(message)\(isUsage ? " (see --help)" : "")\n")
      return (error as? EndedBySignal)?.status ?? (isUsage ? 2 : 1)
    }
  }
}

/// Ends the program: inside a command, `exit` would be a method of the command.
private func endProgram(_ status: Int32) -> Never {
  exit(status)
}
