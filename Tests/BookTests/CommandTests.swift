import TestSupport
import Testing

/// Commands that would fail are found without being run.
@Suite struct CommandTests {
  private func problems(quoting text: String) throws -> [String] {
    let package = try SmallPackage()
    let line = try package.append(text)
    return try package.problems().map {
      $0.replacing("book.md:\(line):", with: "N:")
        .replacing("book.md:\(line + 1):", with: "N+1:")
        .replacing("book.md:\(line + 2):", with: "N+2:")
    }
  }

  @Test(arguments: [
    "`swift run Walk`", "`swift run Walk --rate 2`", "`make run`", "`make run RATE=2`",
    "`make walk`", "`swift\nrun Walk`", "`making no sense`", "`swiftly run Wolk`",
    "<!-- book:skip why -->\n```sh\nmake run  # at once\n\n# or\nswift run Walk\n```",
  ])
  func aCommandThatWouldRun(text: String) throws {
    #expect(try problems(quoting: text) == [])
  }

  @Test(arguments: [
    (
      "`swift run Walk --rte 2`",
      "N: error: swift run Walk --rte 2: Unknown option in --rte 2"
    ),
    (
      "a `swift run\nWalk --rte` b",
      "N: error: swift run Walk --rte: Unknown option in --rte"
    ),
    (
      "`swift run Wolk`",
      "N: error: there is no program Wolk: expected one of a chapter, built"
    ),
    (
      "`swift run --rate`",
      "N: error: expected swift run NAME ARGUMENTS, found swift run --rate"
    ),
    (
      "`swift run Walk > a`",
      "N: error: expected a command of plain words, found swift run Walk > a"
    ),
    (
      "`swift rum Walk`",
      "N: error: expected swift run NAME ARGUMENTS, found swift rum Walk"
    ),
    (
      "`mkae run`, `mke run`, `mbke run`",
      "N: error: expected swift run NAME ARGUMENTS, found mbke run"
    ),
    (
      "`swift run Walk -fast`",
      "N: error: swift run Walk -fast: expected --fast, found -fast"
    ),
    (
      "`swift run Walk --rate 0.5/1`",
      "N: error: swift run Walk --rate 0.5/1: there is no file 0.5/1"
    ),
    ("`make fun`", "N: error: the Makefile has no target fun"),
    ("`make run SPEED=2`", "N: error: the Makefile has no variable SPEED"),
    (
      "<!-- book:skip why -->\n```sh\nmake fun\n```",
      "N+2: error: the Makefile has no target fun"
    ),
    (
      "<!-- book:skip why -->\n```text\nswift run Wolk\n```",
      "N+2: error: there is no program Wolk: expected one of a chapter, built"
    ),
    (
      "<!-- book:skip why -->\n```sh\nswfit run Walk\n```",
      "N+2: error: expected swift run NAME ARGUMENTS, found swfit run Walk"
    ),
  ])
  func aCommandThatWouldFail(text: String, problem: String) throws {
    #expect(try problems(quoting: text) == [problem])
  }

  @Test func theREADMEIsReadAsWell() throws {
    let package = try SmallPackage()
    try package.replace("--rate", by: "--rte", in: "README.md")
    try package.replace("book.md", by: "bok.md", in: "README.md")
    #expect(
      try package.problems() == [
        "README.md:3: error: swift run Walk --rte 0.5: Unknown option in --rte 0.5",
        "README.md:3: error: there is no file bok.md",
      ])
    try package.remove("README.md")
    let run = try BookRun("--check", in: package)
    #expect(run.status == 1)
    #expect(run.errors == "book: there is no file README.md\n")
  }

  @Test func aChapterReadsItsLinesAndRunsNothing() throws {
    let programs = products.path
    for name in ["GradientDescent", "MLP", "book"] {
      let run = try BookRun(
        [], executable: programs.appendingPathComponent(name),
        environment: ["CHECK_COMMAND_LINES": "--help\n--start -4 --nonsense\n"])
      #expect(run.status == 0)
      #expect(run.errors == "")
      let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 4)
      #expect(lines[0] == "" && lines[2] == "" && lines[3] == "")
      #expect(lines[1].hasPrefix("Unknown option"))
    }
  }
}
