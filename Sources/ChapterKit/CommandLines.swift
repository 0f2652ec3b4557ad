#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// Where `book` asks a program which command lines it takes, answers: a line for each line
/// of `CHECK_COMMAND_LINES`, with what is wrong with it, or blank. Nothing is run.
///
/// ```sh
/// $ CHECK_COMMAND_LINES='search --sed 7' MLP
/// Unknown option '--sed'
/// ```
///
/// Says whether it was asked.
public func checksCommandLines(_ mistake: ([String]) -> String?) throws -> Bool {
  guard let lines = getenv("CHECK_COMMAND_LINES").map({ String(cString: $0) }) else {
    return false
  }
  for line in lines.split(separator: "\n", omittingEmptySubsequences: false) {
    let mistake = mistake(line.split(separator: " ").map(String.init)) ?? ""
    let message = mistake.split(separator: "\n").joined(separator: " ")
    try StandardOutput.write(message + "\n")
  }
  try StandardOutput.flush()
  return true
}
