/// A command that starts a chapter: `swift run MLP --style tensorflow`.
public struct RunCommand: Sendable {
  /// The line as the reader types it.
  public let text: String
  /// The chapter's program.
  let program: String
  let arguments: [String]
  /// Where it stands.
  let book: String
  let line: Int

  /// The commands of the workspace's books in their order, each once, as translations
  /// have the same; and what is wrong with the books' marks.
  public static func all(
    in workspace: Workspace
  ) throws -> (commands: [RunCommand], problems: [Problem]) {
    let books = try workspace.pages().map { Book(try workspace.text($0)) }
    var seen: Set<String> = []
    let commands = books.flatMap(\.commands).filter { seen.insert($0.text).inserted }
    let problems = books.flatMap(\.problems)
    if commands.isEmpty, problems.isEmpty {
      let paths = books.map(\.path).joined(separator: ", ")
      throw WorkspaceError("\(paths) has no book:run: there is nothing to run")
    }
    return (commands, problems)
  }

  /// Reads what a book quotes.
  init(_ code: Book.Code, in book: Book) throws(Problem) {
    let words = code.text.split(separator: " ").map(String.init)
    // What a shell would not take as it stands is no plain word.
    guard words.count >= 3, words.starts(with: ["swift", "run"]),
      !words[2].hasPrefix("-"),
      words.allSatisfy({ $0.allSatisfy(\.isPlainInShell) })
    else {
      throw book.problem(
        code.line, "expected swift run NAME ARGUMENTS, found \(code.text)")
    }
    text = words.joined(separator: " ")
    program = words[2]
    arguments = Array(words.dropFirst(3))
    self.book = book.path
    line = code.line
  }

  func problem(_ message: String) -> Problem { Problem(book, line + 1, message) }
}

extension Character {
  /// Whether a shell takes the character as it stands.
  fileprivate var isPlainInShell: Bool {
    isASCII && (isLetter || isNumber || "-_./,=:+".contains(self))
  }
}

extension Book {
  /// The lines of a fence that are not blank, without the comments behind `#`.
  func uncommentedLines(of fence: Fence) -> [Code] {
    fence.content.map { line in
      Code(line: line, text: String(lines[line].prefix { $0 != "#" }).trimmed)
    }.filter { !$0.text.isEmpty }
  }
}
