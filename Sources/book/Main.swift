import ArgumentParser
import BookKit
import ChapterKit
import Foundation

@main
struct Main {
  static func main() {
    let status = status()
    if status != 0 { exit(status) }
  }

  /// Runs the command: 0, or 1 where something is wrong with the book, or 2 for a mistake
  /// on the command line.
  private static func status() -> Int32 {
    do {
      if try checksCommandLines(mistake) { return 0 }
      do {
        var command = try BookCommand.parseAsRoot()
        try command.run()
      } catch  where BookCommand.exitCode(for: error) == .success {  // --help
        try StandardOutput.write(BookCommand.fullMessage(for: error) + "\n")
      }
      return 0
    } catch let failure as Failure {
      for problem in failure.problems { StandardError.write("\(problem)\n") }
      for line in failure.advice { StandardError.write("\(line)\n") }
      return 1
    } catch {
      let isUsage = BookCommand.exitCode(for: error) == .validationFailure
      let message = BookCommand.message(for: error).split(separator: "\n")
        .joined(separator: " ")
      StandardError.write("book: \(message)\(isUsage ? " (see --help)" : "")\n")
      return isUsage ? 2 : 1
    }
  }

  /// What is wrong with the arguments, if anything.
  private static func mistake(_ arguments: [String]) -> String? {
    do {
      _ = try BookCommand.parseAsRoot(arguments)
      return nil
    } catch {
      let isHelp = BookCommand.exitCode(for: error) == .success
      return isHelp ? nil : BookCommand.message(for: error)
    }
  }
}
