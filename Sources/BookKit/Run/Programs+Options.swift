import Foundation

extension Programs {
  /// What an option of a program is if it is not given, as the program's `--help` says.
  func standard(of option: String, in program: String) throws(WorkspaceError) -> String
  {
    let text = try? answer(of: program, to: ["--experimental-dump-help"])
    guard
      let help = try? JSONDecoder().decode(Help.self, from: Data((text ?? "").utf8)),
      let argument = help.command.arguments.first(where: { argument in
        argument.names?.contains { $0.name == option } ?? false
      }),
      let standard = argument.defaultValue
        ?? argument.abstract?.firstMatch(of: /\(default: (.*?)\)/).map({ String($0.1) })
    else { throw WorkspaceError("\(program) --\(option) has no default") }
    return standard
  }
}

/// As the argument parser prints it.
private struct Help: Decodable {
  let command: Command

  struct Command: Decodable { let arguments: [Argument] }

  struct Argument: Decodable {
    let names: [Name]?
    let abstract: String?
    let defaultValue: String?
  }

  struct Name: Decodable { let name: String }
}
