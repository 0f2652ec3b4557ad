import Files
import Plotting

extension Workspace {
  /// Where Output/ does not hold what the runs wrote, by the `digests.txt` that they left
  /// in each folder: files that were changed, lost or added since.
  func outputProblems() throws -> [Problem] {
    try Dictionary(grouping: files(below: "Output")) { $0[..<$0.lastIndex(of: "/")!] }
      .flatMap { try outputProblems(in: String($0), Set($1)) }
  }

  private func outputProblems(
    in folder: String, _ paths: Set<String>
  ) throws -> [Problem] {
    let index = folder + "/digests.txt"
    guard paths.contains(index) else {
      return [Problem(folder, nil, "no run wrote it: it has no digests.txt")]
    }
    let digests = try text(index)
    var problems = digests.problems
    var strangers = paths.subtracting([index])
    for (number, line) in zip(1..., digests.lines) {
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
    let place = location(path)
    if path.hasSuffix(".png") { return try Image(contentsOf: place).digest.description }
    var digest = Digest()
    digest.add(try readWhole(place, limit: 1 << 30))
    return digest.description
  }
}
