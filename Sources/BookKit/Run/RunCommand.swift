/// A command of the book that writes Output/: a line such as
/// `swift run MLP --style tensorflow` in a fence marked `book:run`.
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
    var commands: [RunCommand] = []
    var problems: [Problem] = []
    for path in try workspace.pages() {
      let book = Book(try workspace.text(path))
      problems += book.problems + book.commands.problems
      for command in book.commands.found
      where !commands.contains(where: { $0.text == command.text }) {
        commands.append(command)
      }
    }
    if commands.isEmpty, problems.isEmpty {
      let books = try workspace.pages().joined(separator: ", ")
      throw WorkspaceError("\(books) has no book:run: there is nothing to run")
    }
    return (commands, problems)
  }

  /// Reads a line; nil for a blank one or a comment.
  init?(_ text: String, book: String, line: Int) throws(Problem) {
    let words = text.split(separator: " ").map(String.init)
    guard let first = words.first, !first.hasPrefix("#") else { return nil }
    // What a shell would not take as it stands is no plain word.
    let isPlain = words.allSatisfy { $0.allSatisfy(\.isPlainInShell) }
    guard isPlain, words.count >= 3, words[0] == "swift", words[1] == "run",
      !words[2].hasPrefix("-"),
      !words.contains(where: { $0.hasPrefix("--output") })
    else {
      throw Problem(
        book, line,
        "expected swift run CHAPTER ARGUMENTS, without --output, found \(text)")
    }
    self.text = words.joined(separator: " ")
    program = words[2]
    arguments = Array(words.dropFirst(3))
    self.book = book
    self.line = line
  }
}

extension Character {
  /// Whether a shell takes the character as it stands.
  var isPlainInShell: Bool {
    isASCII && (isLetter || isNumber || "-_./,=:+".contains(self))
  }
}

extension Book {
  /// The commands in the fences marked `book:run`, and lines there that are none.
  var commands: (found: [RunCommand], problems: [Problem]) {
    var found: [RunCommand] = []
    var problems: [Problem] = []
    for case (.run, .fence(let fence)) in marks.map({ ($0.mark, $0.subject) }) {
      let before = found.count + problems.count
      for index in fence.content {
        do throws(Problem) {
          if let command = try RunCommand(lines[index], book: path, line: index + 1) {
            found.append(command)
          }
        } catch {
          problems.append(error)
        }
      }
      if found.count + problems.count == before {
        problems.append(Problem(path, fence.opening, "book:run has no command to run"))
      }
    }
    return (found, problems)
  }
}
