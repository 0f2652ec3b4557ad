/// Whether every command that a page quotes, in a fence or within a line, would be taken:
/// `swift run NAME …` by the program's own parser, which runs nothing, and `make …` by the
/// Makefile.
struct CommandCheck {
  private let workspace: Workspace
  private let programs: Programs
  private let makefile: [String]

  init(_ workspace: Workspace, _ programs: Programs) {
    (self.workspace, self.programs) = (workspace, programs)
    makefile = (try? workspace.text("Makefile"))?.lines ?? []
  }

  /// All problems; each program is started once, and asked once about a command that
  /// several pages quote.
  func problems(of pages: [Book]) throws -> [Problem] {
    var problems: [Problem] = []
    var commands: [RunCommand] = []
    for page in pages {
      for quote in page.quotedCommands {
        let words = quote.text.split(separator: " ")
        if words[0] == "make" {
          if let message = mistake(inMake: words.dropFirst()) {
            problems.append(page.problem(quote.line, message))
          }
          continue
        }
        do throws(Problem) {
          let command = try RunCommand(quote, in: page)
          if let message = command.arguments.lazy.compactMap(mistake).first {
            throw command.problem("\(command.text): \(message)")
          }
          commands.append(command)
        } catch {
          problems.append(error)
        }
      }
    }
    return try problems
      + Dictionary(grouping: commands, by: \.program).flatMap(mistakes)
  }

  /// What a program finds wrong with commands: it takes them apart and does not run.
  private func mistakes(of program: String, in commands: [RunCommand]) throws
    -> [Problem]
  {
    func line(_ command: RunCommand) -> String {
      command.arguments.joined(separator: " ")
    }
    let lines = Set(commands.map(line)).sorted()
    let answer = try programs.answer(
      of: program,
      environment: ["CHECK_COMMAND_LINES": lines.joined(separator: "\n")])
    // A line for each, blank where nothing is wrong, and what follows the last one's end.
    let mistakes = (answer ?? "").split(
      separator: "\n", omittingEmptySubsequences: false)
    guard mistakes.count == lines.count + 1 else {
      return commands.map {
        $0.problem("expected the program of a chapter, built, found \(program)")
      }
    }
    let known = Dictionary(uniqueKeysWithValues: zip(lines, mistakes))
    return commands.filter { known[line($0)] != "" }.map {
      $0.problem("\($0.text): \(known[line($0)]!)")
    }
  }

  /// What is wrong with the words behind `make`.
  private func mistake(inMake words: ArraySlice<Substring>) -> String? {
    for word in words {
      let name = word.prefix { $0 != "=" }
      let (kind, sign): (String, Character) =
        name == word ? ("target", ":") : ("variable", "=")
      let isKnown = makefile.contains { line in
        let names = line.prefix { !"\t:=#".contains($0) }
        return line[names.endIndex...].first == sign
          && names.split(separator: " ").contains(name)
      }
      if !isKnown { return "the Makefile has no \(kind) \(name)" }
    }
    return words.isEmpty ? "expected make TARGET" : nil
  }

  /// What is wrong with a word, whichever the program is: with a file that is neither the
  /// package's nor below /tmp, or an option that the parser would take for letters, one of
  /// which might be the h of help.
  private func mistake(in word: String) -> String? {
    if word.contains("/"), !word.hasPrefix("/tmp/"), !workspace.exists(word) {
      return "there is no file \(word)"
    }
    let isLetters =
      word.count > 2 && word.hasPrefix("-") && word.dropFirst().first!.isLetter
    return isLetters ? "expected -\(word), found \(word)" : nil
  }
}

extension Book {
  /// Lines of fences, and code within lines, that begin with `swift run` or `make`; and
  /// whatever else a fence of `sh` has, but for comments.
  var quotedCommands: [Code] {
    // Or with one letter wrong: nobody quotes such words for themselves.
    func isCommand(_ code: Code) -> Bool {
      ["swift run ", "make "].contains { start in
        code.text.count > start.count && zip(code.text, start).count { $0 != $1 } <= 1
      }
    }
    return code.filter(isCommand)
      + fences.filter { $0.language != "swift" }.flatMap { fence in
        uncommentedLines(of: fence).filter { fence.language == "sh" || isCommand($0) }
      }
  }
}
