import Files
import Foundation

/// How texts differ, as `git diff` prints it.
public struct TextDifference {
  /// A file's path in the package, and its bytes before and after.
  public typealias Change = (path: String, old: [UInt8], new: [UInt8])

  /// The difference of all files, with `a/` and `b/` before their paths.
  public let description: String

  /// Asks git for the difference.
  public init(of changes: [Change]) throws {
    guard !changes.isEmpty else {
      description = ""
      return
    }
    description = try TemporaryFolder.with { folder in
      for (path, old, new) in changes {
        for (side, bytes) in [("a", old), ("b", new)] {
          let place = "\(folder.path)/\(side)/\(path)"
          try makeFolder((place as NSString).deletingLastPathComponent)
          try writeWhole(bytes, to: place)
        }
      }
      return try Self.gitDiff(in: folder.path)
    }
  }

  private static func gitDiff(in folder: String) throws -> String {
    let process = Process(
      "/usr/bin/env",
      [
        "git", "diff", "--no-index", "--no-prefix", "--no-color", "--no-ext-diff",
        "--no-renames", "--text", "a", "b",
      ], in: folder)
    process.standardError = FileHandle.nullDevice
    // No setting of the reader's changes the form.
    let output = try process.output(
      ["GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_NOSYSTEM": "1"])
    // 1 says that there are differences.
    guard process.terminationStatus <= 1 else {
      throw WorkspaceError(
        "expected git, which prints what differs, found none that runs")
    }
    return output
  }
}
