import Foundation

/// Whether every command that a page quotes, in a fence or within a line, would be taken:
/// `swift run NAME …` by the program's own parser, which runs nothing, and `make …` by the
/// Makefile.
struct CommandCheck {
  private let workspace: Workspace
  private let programs: Programs
  private let makefile: Makefile?

  init(_ workspace: Workspace, _ programs: Programs) {
    self.workspace = workspace
    self.programs = programs
    makefile = (try? workspace.text("Makefile")).map { Makefile($0.lines) }
  }

  /// All problems; each program is started once, and asked once about a command that
  /// several pages quote.
  func problems(of pages: [Book]) throws -> [Problem] {
    var problems: [Problem] = []
    /// By program and arguments, where they are quoted.
    var asked: [String: [[String]: [Problem]]] = [:]
    for page in pages {
      for quote in page.quotedCommands {
        func note(_ message: String) {
          problems.append(Problem(page.path, quote.line + 1, message))
        }
        let words = quote.text.split(separator: " ").map(String.init)
        let isPlain = words.allSatisfy { $0.allSatisfy(\.isPlainInShell) }
        if !isPlain {
          note("expected a command of plain words, found \(quote.text)")
        } else if words[0] == "make" {
          if let message = makefile?.mistake(words.dropFirst()) { note(message) }
        } else if !words.starts(with: ["swift", "run"]) || words.count < 3
          || words[2].hasPrefix("-")
        {
          note("expected swift run NAME ARGUMENTS, found \(quote.text)")
        } else if let message = words.dropFirst(3).lazy.compactMap(mistake).first {
          note("\(quote.text): \(message)")
        } else {
          let place = Problem(page.path, quote.line + 1, quote.text)
          asked[words[2], default: [:]][Array(words.dropFirst(3)), default: []]
            .append(place)
        }
      }
    }
    for (program, places) in asked {
      let lists = Array(places.keys)
      let answers = try programs.mistakes(program, in: lists)
      guard let answers, answers.count == lists.count + 1 else {
        let first = places.values.joined().min {
          ($0.file, $0.line!) < ($1.file, $1.line!)
        }!
        let message =
          answers == nil
          ? "there is no program \(program): expected one of a chapter, built"
          : "\(program) does not tell which command lines it takes: is it built?"
        problems.append(Problem(first.file, first.line, message))
        continue
      }
      for (list, answer) in zip(lists, answers) where !answer.isEmpty {
        problems += places[list]!.map { place in
          Problem(place.file, place.line, "\(place.message): \(answer)")
        }
      }
    }
    return problems
  }
}

extension CommandCheck {
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

/// The targets and variables of a Makefile, as far as its own lines name them.
private struct Makefile {
  private var targets: Set<Substring> = []
  private var variables: Set<Substring> = []

  init(_ lines: [String]) {
    for line in lines where line.first?.isLetter ?? false {
      let names = line.prefix { !":=#".contains($0) }
      switch line[names.endIndex...].first {
      case ":": targets.formUnion(names.split(separator: " "))
      case "=": variables.formUnion(names.split(separator: " "))
      default: break
      }
    }
  }

  /// What is wrong with the words behind `make`.
  func mistake(_ words: ArraySlice<String>) -> String? {
    for word in words {
      let parts = word.split(separator: "=", maxSplits: 1)
      if parts.count == 2, !variables.contains(parts[0]) {
        return "the Makefile has no variable \(parts[0])"
      } else if parts.count < 2, !targets.contains(word[...]) {
        return "the Makefile has no target \(word)"
      }
    }
    return words.isEmpty ? "expected make TARGET" : nil
  }
}

extension Book {
  /// Lines of fences, and code within lines, that begin with `swift run` or `make`; and
  /// whatever else a fence of `sh` has, but for comments.
  var quotedCommands: [Code] {
    // Or with one letter wrong: nobody quotes such words for themselves.
    func isCommand(_ text: String) -> Bool {
      ["swift run ", "make "].contains { start in
        text.count > start.count && zip(text, start).count { $0 != $1 } <= 1
      }
    }
    var quotes = code.filter { isCommand($0.text) }
    // What cannot be run has been refused already.
    let refused = Set(commands.problems.map(\.line))
    for fence in fences where fence.language != "swift" {
      for index in fence.content where !refused.contains(index + 1) {
        let text = String(lines[index].prefix { $0 != "#" }).trimmed
        if isCommand(text) || fence.language == "sh" && !text.isEmpty {
          quotes.append(Code(line: index, text: text))
        }
      }
    }
    return quotes
  }
}

extension Programs {
  /// What a program would find wrong with each of the lists of arguments, or nothing: the
  /// program takes them apart and does not run. Nil where there is no such program.
  fileprivate func mistakes(
    _ program: String, in lists: [[String]]
  ) throws -> [Substring]? {
    let lines = lists.map { $0.joined(separator: " ") }.joined(separator: "\n")
    return try answer(of: program, environment: ["CHECK_COMMAND_LINES": lines])
      .map { $0.split(separator: "\n", omittingEmptySubsequences: false) }
  }
}
