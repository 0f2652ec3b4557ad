import TestSupport
import Testing

/// Commands that would fail are found without being run.
@Suite struct CommandTests {
  @Test(arguments: [
    "`swift run Walk`", "`swift run Walk --rate 2`", "`make run`", "`make run RATE=2`",
    "`make walk`", "`swift\nrun Walk`", "`making no sense`", "`swiftly run Wolk`",
    "<!-- book:skip why -->\n```sh\nmake run  # at once\n\n# or\nswift run Walk\n```",
  ])
  func aCommandThatWouldRun(text: String) throws {
    #expect(try problems(appending: text) == [])
  }

  @Test(arguments: [
    (
      "`swift run Walk --rte 2`",
      "swift run Walk --rte 2: Unknown option in --rte 2"
    ),
    (
      "a `swift run\nWalk --rte` b",
      "swift run Walk --rte: Unknown option in --rte"
    ),
    (
      "`swift run Wolk`",
      "expected the program of a chapter, built, found Wolk"
    ),
    (
      "`swift run --rate`",
      "expected swift run NAME ARGUMENTS, found swift run --rate"
    ),
    (
      "`swift run Walk > a`",
      "expected swift run NAME ARGUMENTS, found swift run Walk > a"
    ),
    (
      "`swift rum Walk`",
      "expected swift run NAME ARGUMENTS, found swift rum Walk"
    ),
    (
      "`mkae run`, `mke run`, `mbke run`",
      "expected swift run NAME ARGUMENTS, found mbke run"
    ),
    (
      "`swift run Walk -fast`",
      "swift run Walk -fast: expected --fast, found -fast"
    ),
    (
      "`swift run Walk --rate 0.5/1`",
      "swift run Walk --rate 0.5/1: there is no file 0.5/1"
    ),
    ("`make fun`", "the Makefile has no target fun"),
    ("`make run SPEED=2`", "the Makefile has no variable SPEED"),
    (
      "<!-- book:skip why -->\n```sh\nmake fun\n```",
      "+2: the Makefile has no target fun"
    ),
    (
      "<!-- book:skip why -->\n```text\nswift run Wolk\n```",
      "+2: expected the program of a chapter, built, found Wolk"
    ),
    (
      "<!-- book:skip why -->\n```sh\nswfit run Walk\n```",
      "+2: expected swift run NAME ARGUMENTS, found swfit run Walk"
    ),
  ])
  func aCommandThatWouldFail(text: String, problem: String) throws {
    #expect(try problems(appending: text) == [problem])
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
    let run = try package.run("--check")
    #expect(run.status == 1)
    #expect(run.errors == "book: there is no file README.md\n")
  }

  @Test func aChapterReadsItsLinesAndRunsNothing() throws {
    for name in ["GradientDescent", "MLP", "book"] {
      let run = try ProgramRun(
        name, [],
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
