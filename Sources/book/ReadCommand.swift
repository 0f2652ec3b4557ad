import ArgumentParser
import BookKit
import ChapterKit
import Foundation

/// `book read`: the book in the terminal.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Goes through the book in the terminal, section by section.",
    discussion: """
      After each section it asks what to do; each answer is ended with enter:

      nothing   the next section
      b         the section before
      r         run the section's command, or the chapter that it shows
      q         quit

      Pictures are shown where the terminal takes them (kitty, Ghostty, iTerm2, WezTerm); \
      elsewhere their paths are. Without a terminal the text is printed from one end to \
      the other.
      """)

  @Argument(help: "Show this chapter only: its number, or a word of its heading.")
  var chapter: String?

  @Option(help: "Show the book in this language, such as zh.")
  var language: String?

  @OptionGroup var options: PackageOptions

  func run() throws {
    let workspace = try options.workspace()
    let sections = try Section.all(in: workspace, language: language, chapter: chapter)
    if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
      try walk(through: sections, of: workspace)
    } else {
      for (index, section) in sections.enumerated() {
        try StandardOutput.write((index > 0 ? "\n" : "") + section.text { _ in nil })
      }
    }
  }

  private func walk(through sections: [Section], of workspace: Workspace) throws {
    let terminal = TerminalPicture(environment: ProcessInfo.processInfo.environment)
    var index = 0
    while sections.indices.contains(index) {
      let section = sections[index]
      let text = section.text { try? terminal?.sequence(of: $0, in: workspace) }
      try StandardOutput.write("\n" + text + "\n")
      index += try answer(to: section, index, of: sections.count, workspace)
    }
  }

  /// Asks until the answer leads elsewhere; says how many sections further.
  private func answer(
    to section: Section, _ index: Int, of count: Int, _ workspace: Workspace
  ) throws -> Int {
    let choice = section.commands.isEmpty ? "" : ", r: run"
    while true {
      try StandardOutput.write(
        "[\(index + 1)/\(count)] enter: next, b: back\(choice), q: quit > ")
      switch readLine()?.trimmingCharacters(in: .whitespaces) {
      case "": return 1
      case "b": return index > 0 ? -1 : 0
      case "r": try run(section.commands, in: workspace)
      case "q": return count
      case nil:
        try StandardOutput.write("\n")
        return count
      default: break
      }
    }
  }

  /// Runs a section's commands as the reader would.
  private func run(_ commands: [RunCommand], in workspace: Workspace) throws {
    for command in commands {
      try StandardOutput.write("$ \(command.text)\n")
      do {
        try options.programs.build(workspace)
        let status = try options.programs.run(command, in: workspace)
        if status != 0 { try StandardOutput.write("ended with status \(status)\n") }
      } catch {
        try StandardOutput.write("\(error)\n")
      }
    }
  }
}

extension Section {
  /// The section as a terminal shows it: a picture by what `picture` makes of its path,
  /// and by its path.
  fileprivate func text(_ picture: (String) -> String?) -> String {
    pieces.map { piece in
      switch piece {
      case .line(let line): line + "\n"
      case .picture(let path, let alt):
        (picture(path).map { $0 + "\n" } ?? "") + "[\(alt): \(path)]\n"
      }
    }.joined()
  }
}
