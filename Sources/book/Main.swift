import ArgumentParser
import BookKit
import Foundation

@main
struct Main {
  /// Ends with 0, with 1 where something is wrong with the book, or with 2 for a mistake
  /// on the command line.
  static func main() {
    do {
      var command = try BookCommand.parseAsRoot()
      try command.run()
    } catch let failure as Failure {
      for problem in failure.problems { complain("\(problem)") }
      for line in failure.advice { complain(line) }
      exit(1)
    } catch {
      let status = BookCommand.exitCode(for: error)
      if status == .success {  // --help
        print(BookCommand.fullMessage(for: error))
        return
      }
      let message = BookCommand.message(for: error).split(separator: "\n")
        .joined(separator: " ")
      let isUsage = status == .validationFailure
      complain("book: \(message)" + (isUsage ? " (see --help)" : ""))
      exit(isUsage ? 2 : 1)
    }
  }

  private static func complain(_ line: String) {
    FileHandle.standardError.write(Data("\(line)\n".utf8))
  }
}

/// What keeps the book from being true, and what can be done.
struct Failure: Error {
  let problems: [Problem]
  let advice: [String]

  init(_ problems: [Problem], advice: [String]) {
    self.problems = problems.inOrder
    self.advice = advice
  }
}
