import Files
import Plotting

/// Whether Output/ holds what the runs wrote, by the `digests.txt` that they left in each
/// folder: no file changed, missing or added since.
struct OutputCheck {
  private let workspace: Workspace

  init(_ workspace: Workspace) {
    self.workspace = workspace
  }

  /// All problems.
  func problems() throws -> [Problem] {
    let paths = workspace.files(below: "Output")
    return try Dictionary(grouping: paths) { $0[..<$0.lastIndex(of: "/")!] }
      .flatMap { try problems(in: String($0), Set($1)) }
  }

  private func problems(in folder: String, _ paths: Set<String>) throws -> [Problem] {
    let index = folder + "/digests.txt"
    guard paths.contains(index) else {
      return [Problem(folder, nil, "no run wrote it: it has no digests.txt")]
    }
    let text = try workspace.text(index)
    var problems = text.problems
    var strangers = paths.subtracting([index])
    for (number, line) in zip(1..., text.lines) {
      let parts = line.split(separator: " ", maxSplits: 1)
      guard parts.count == 2, parts[0].count == 16 else {
        problems.append(Problem(index, number, "expected DIGEST  FILE, found \(line)"))
        continue
      }
      let path = "\(folder)/\(parts[1].trimmed)"
      strangers.remove(path)
      if !paths.contains(path) {
        problems.append(Problem(path, nil, "it is missing: a run wrote it"))
        continue
      }
      do {
        if try digest(of: path) != parts[0] {
          problems.append(Problem(path, nil, "it is not what the run wrote"))
        }
      } catch {
        problems.append(Problem(path, nil, error.description))
      }
    }
    return problems + strangers.map { Problem($0, nil, "no run wrote it") }
  }

  private func digest(of path: String) throws(FileError) -> String {
    let place = workspace.location(path)
    if path.hasSuffix(".png") { return try Image(contentsOf: place).digest.description }
    var digest = Digest()
    digest.add(try readWhole(place, limit: 1 << 30))
    return digest.description
  }
}
