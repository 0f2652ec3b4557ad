import Files
import Foundation
import Plotting
import TestSupport

@testable import BookKit

/// A package in a temporary folder, with one chapter, its output and a book of which
/// everything holds.
final class SmallPackage {
  let root: String

  static let source = """
    import ChapterKit

    // snippet.arguments
    @main
    struct Walk {
      var rate = 0.5
    // snippet.end

      // snippet.step
      /// One step downhill.
      func step(_ x: Double) -> Double {
        x - 0.5 * x
      }
      // snippet.end
    }

    """

  static let log = """
    start 4
    step 2
    step 1

    """

  static let names = """
    {
      "regions": {
        "steps": [2, 3]
      },
      "values": {
        "last": 1.0
      }
    }

    """

  static let book = """
    # A walk

    See [what it prints](#it-prints).

    <!-- book:listing Chapters/1-Walk/Walk.swift#step -->
    ```swift
    /// One step downhill.
    func step(_ x: Double) -> Double {
      x - 0.5 * x
    }
    ```

    <!-- book:run -->
    ```sh
    swift run Walk --rate 0.5
    ```

    ## It prints

    <!-- book:output Output/1-Walk/log.txt#steps -->
    ```text
    step 2
    step 1
    ```

    It ends at **1.00**<!-- book:value Output/1-Walk/log.txt#last %.2f -->.

    ![A gray square](Output/1-Walk/walk.png)

    """

  static let readme = """
    # Walks

    Run `swift run Walk --rate 0.5`, or `make run`, or see [the book](book.md).

    """

  /// A chapter that prints and writes what is in the folder truth/.
  static let program = """
    set -e
    while [ "$1" != --output ]; do shift; done
    mkdir -p "$2/1-Walk"
    cp truth/* "$2/1-Walk"
    cat truth/log.txt

    """

  /// How a program tells which command lines it takes.
  private static let answers = #"""
    if [ "$1" = --experimental-dump-help ]; then
      echo '{"command": {"arguments": [{"names": [{"name": "rate"}],
        "abstract": "The rate. (default: 0.5)"}, {"names": [{"name": "fast"}]},
        {"names": [{"name": "style"}], "defaultValue": "plain"}]}}'
      exit
    fi
    if [ "${CHECK_COMMAND_LINES+x}" ]; then
      printf '%s\n' "$CHECK_COMMAND_LINES" | while read -r line; do
        case $line in
          '' | '--rate '[0-9]* | --fast) echo ;;
          *) echo "Unknown option in $line" ;;
        esac
      done
      exit
    fi

    """#

  init() throws {
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("small-package-\(UUID().uuidString)")
    root = folder.resolvingSymlinksInPath().path
    try write("Package.swift", "// swift-tools-version: 6.2\n")
    try write("book.md", Self.book)
    try write("README.md", Self.readme)
    try write("Makefile", "RATE = 1\n\nrun walk: lib  ## Runs it.\n\techo $(RATE)\n")
    try write("Chapters/1-Walk/Walk.swift", Self.source)
    try writeProgram("programs/Walk", Self.program)
    for folder in ["Output/1-Walk", "truth"] {
      try write("\(folder)/log.txt", Self.log)
      try write("\(folder)/regions.json", Self.names)
      try Self.picture.write(to: "\(root)/\(folder)/walk.png")
      try writeDigests(in: folder)
    }
  }

  /// Adds what a book of two languages may have, and the Chinese of it, with fences that
  /// are still empty where the tool is to fill them.
  func translate() throws {
    try append(
      """
      **1. A step.** From $x = 4$ walk 2 times with `Walk`, as [above](#it-prints).

      <details>
      <summary>Solution</summary>

      ```math
      2 \\text{ steps}
      ```

      </details>

      | steps | |
      |---|---|
      | 1.1 billion | `1e9` |

      <!-- book:skip what nobody runs -->
      ```sh
      make run  # first
      ```
      """)
    try write("book.zh.md", Self.chineseBook)
    try write(
      "README.zh.md",
      "# 行走\n\n运行 `swift run Walk --rate 0.5`，或 `make run`，再读[本书](book.zh.md)。\n")
  }

  static let chineseBook = """
    # 一次行走

    见[程序打印什么](#程序打印的)。

    <!-- book:listing Chapters/1-Walk/Walk.swift#step -->
    ```swift
    ```

    <!-- book:run -->
    ```sh
    swift run Walk --rate 0.5
    ```

    ## 程序打印的

    <!-- book:output Output/1-Walk/log.txt#steps -->
    ```text
    ```

    最后走到 **0**<!-- book:value Output/1-Walk/log.txt#last %.2f -->。

    ![灰方块](Output/1-Walk/walk.png)

    **1. 一步。** 用 `Walk` 从 $x = 4$ 走 2 次，见[上文](#程序打印的)。

    <details>
    <summary>解答</summary>

    ```math
    2 \\text{ 步}
    ```

    </details>

    | 步 | |
    |---|---|
    | 11 亿 | `1e9` |

    <!-- book:skip what nobody runs -->
    ```sh
    make run  # 先运行
    ```

    """

  deinit { try? FileManager.default.removeItem(atPath: root) }

  static var picture: Image { Image(width: 5, height: 4, color: .gray) }

  /// The options that tell the tool where the package is.
  var options: [String] { ["--package", root, "--programs", "\(root)/programs"] }

  /// Runs the built tool on the package, with its programs as they are; with the commands
  /// of `path` alone where that is given, and a SIGINT once there is the file.
  func run(
    _ arguments: String..., path: String? = nil, interruptedAt file: String? = nil
  ) throws -> ProgramRun {
    try ProgramRun(
      "book", arguments + options, environment: path.map { ["PATH": $0] } ?? [:],
      signal: file.map { file in (SIGINT, { self.exists(file) }) })
  }

  func write(_ path: String, _ text: String) throws {
    let url = URL(fileURLWithPath: "\(root)/\(path)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: url)
    for folder in ["Output/1-Walk", "truth"] where path.hasPrefix("\(folder)/") {
      try writeDigests(in: folder)
    }
  }

  /// As a run leaves them.
  private func writeDigests(in folder: String) throws {
    let place = "\(root)/\(folder)"
    var lines = ""
    for name in try FileManager.default.contentsOfDirectory(atPath: place)
    where name != "digests.txt" && name.contains(".") {
      var digest = Digest()
      if let image = try? Image(contentsOf: "\(place)/\(name)") {
        digest = image.digest
      } else {
        digest.add([UInt8](try bytes("\(folder)/\(name)")))
      }
      lines += "\(digest)  \(name)\n"
    }
    try Data(lines.utf8).write(to: URL(fileURLWithPath: "\(place)/digests.txt"))
  }

  func writeProgram(_ path: String, _ text: String) throws {
    try write(path, "#!/bin/sh\n" + Self.answers + text)
    try FileManager.default.setAttributes(
      [.posixPermissions: 0o755], ofItemAtPath: "\(root)/\(path)")
  }

  func read(_ path: String) throws -> String {
    String(decoding: try bytes(path), as: UTF8.self)
  }

  func bytes(_ path: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(root)/\(path)"))
  }

  func exists(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: "\(root)/\(path)")
  }

  func remove(_ path: String) throws {
    try FileManager.default.removeItem(atPath: "\(root)/\(path)")
  }

  /// Replaces a text that stands in the file.
  func replace(_ old: String, by new: String, in path: String = "book.md") throws {
    let text = try read(path)
    guard text.contains(old) else { throw Missing(text: old) }
    try write(path, text.replacingOccurrences(of: old, with: new))
  }

  /// Puts text after a blank line at the end of a file; gives its first line's number.
  @discardableResult
  func append(_ text: String, to path: String = "book.md") throws -> Int {
    let before = try read(path)
    try write(path, before + "\n" + text + "\n")
    return before.split(separator: "\n", omittingEmptySubsequences: false).count + 1
  }

  /// What is wrong with the book, as the tool prints it.
  func problems() throws -> [String] {
    try inspection().allProblems.map(\.description)
  }

  /// The book as it ought to be.
  func refreshed() throws -> String {
    try inspection().pages[0].new
  }

  fileprivate func inspection() throws -> Inspection {
    try Inspection(
      Workspace(root: root), Programs(in: root + "/programs", areBuilt: true))
  }

  struct Missing: Error { let text: String }
}

/// The problems of the true book with the text at its end: those of its first line
/// without a place, and those of another as `+2: MESSAGE`.
func problems(appending text: String) throws -> [String] {
  let package = try SmallPackage()
  let first = try package.append(text)
  return try package.inspection().allProblems.map { problem in
    guard problem.file == "book.md", let line = problem.line else {
      return problem.description
    }
    return line == first ? problem.message : "+\(line - first): \(problem.message)"
  }
}

extension Inspection {
  fileprivate var allProblems: [Problem] {
    (pages.flatMap(\.problems) + problems).inOrder
  }
}
