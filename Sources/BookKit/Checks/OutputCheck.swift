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
    return try Dictionary(grouping: paths, by: folder)
      .flatMap { try problems(in: $0, Set($1)) }
  }

  private func folder(of path: String) -> String {
    String(path[..<path.lastIndex(of: "/")!])
  }

  private func problems(in folder: String, _ paths: Set<String>) throws -> [Problem] {
    let index = folder + "/digests.txt"
    guard paths.contains(index) else {
      return [Problem(folder, nil, "no run wrote it: it has no digests.txt")]
    }
    let text = try workspace.text(index)
    var problems = text.problems
    var listed: Set<String> = [index]
    for (number, line) in zip(1..., text.lines) {
      let parts = line.split(separator: " ", maxSplits: 1).map { $0.trimmed }
      guard parts.count == 2, parts[0].count == 16 else {
        problems.append(Problem(index, number, "expected DIGEST  FILE, found \(line)"))
        continue
      }
      let path = "\(folder)/\(parts[1])"
      listed.insert(path)
      if !paths.contains(path) {
        problems.append(Problem(path, nil, "it is missing: a run wrote it"))
      } else if let message = mistake(in: path, digest: parts[0]) {
        problems.append(Problem(path, nil, message))
      }
    }
    return problems
      + paths.subtracting(listed).map { Problem($0, nil, "no run wrote it") }
  }

  /// What is wrong with a file that had the digest.
  private func mistake(in path: String, digest old: String) -> String? {
    do {
      let place = workspace.location(path)
      var digest = Digest()
      if path.hasSuffix(".png") {
        digest = try Image(contentsOf: place).digest
      } else {
        digest.add(try readWhole(place, limit: 1 << 30))
      }
      return digest.description == old ? nil : "it is not what the run wrote"
    } catch {
      return "\(error)"
    }
  }
}
