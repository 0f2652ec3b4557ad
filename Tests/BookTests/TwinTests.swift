import Foundation
import Testing

/// A translation keeps together with its original.
@Suite struct TwinTests {
  /// A package with a book in two languages, of which everything holds.
  private func package() throws -> SmallPackage {
    let package = try SmallPackage()
    try package.translate()
    let run = try package.run()
    #expect(run.status == 0)
    #expect(run.errors == "")
    return package
  }

  private func line(of text: String, in path: String, _ package: SmallPackage) throws
    -> Int
  {
    let lines = try package.read(path).components(separatedBy: "\n")
    return try #require(lines.firstIndex { $0.contains(text) }) + 1
  }

  @Test func bothAreRefreshedAndCheckedAndRunOnce() throws {
    let package = try package()
    let text = try package.read("book.zh.md")
    #expect(text.contains("```text\nstep 2\nstep 1\n```"))
    #expect(text.contains("  x - 0.5 * x\n"))
    #expect(text.contains("**1.00**<!--"))
    let run = try package.run("--run")
    #expect(run.status == 0)
    #expect(run.output.components(separatedBy: "== swift run").count == 2)
    #expect(try package.problems() == [])
    try package.replace("step 1", by: "step 3", in: "book.zh.md")
    let check = try package.run("--check")
    #expect(
      check.errors.hasPrefix("book.zh.md:23: error: differs from book:output Output/"))
  }

  /// What one has and the other has not is told with its line and the place in the other.
  @Test(arguments: [
    ("<!-- book:skip what nobody runs -->", "<!-- book:skip nobody -->", "the mark"),
    ("#last %.2f", "#last %.1f", "the mark"), ("walk.png", "walk.png#a", "the picture"),
    ("`1e9`", "1e9", "the code"), ("`Walk`", "Walk", "the code"),
    ("$x = 4$", "$x = 5$", "the formula"), ("2 \\text", "3 \\text", "the line"),
    ("--rate 0.5", "--rate 0.4", "the line"), ("make run", "make walk", "the line"),
    ("2 次", "两次", "the number"), ("2 times", "two times", "the number"),
    ("11 亿", "12 亿", "the number"), ("**1. ", "**2. ", "exercise"),
    ("[above](#it-prints)", "[above](#a-walk)", "the link"),
    ("[上文](#程序打印的)", "[上文](book.zh.md)", "the link"),
    ("|---|---|", "|---|---|---|", "a row of"), ("# 程序", "## 程序", "the heading"),
  ])
  func aDifference(old: String, new: String, kind: String) throws {
    for path in ["book.md", "book.zh.md"] {
      let package = try package()
      guard try package.read(path).contains(old) else { continue }
      let other = path == "book.md" ? "book.zh.md" : "book.md"
      let place = try line(of: old, in: path, package)
      try package.replace(old, by: new, in: path)
      let problems = try package.problems()
      let isTold = problems.contains { problem in
        let (here, there) = (
          "\(path):\(place): error: \(kind) ", " has no twin at \(other):"
        )
        let (back, forth) = ("\(other):", " has no twin at \(path):\(place)")
        return problem.hasPrefix(here) && problem.contains(there)
          || problem.hasPrefix(back) && problem.hasSuffix(forth)
      }
      #expect(isTold, "\(path): \(problems)")
    }
  }

  @Test func whatIsSaidAgainMayBeIt() throws {
    let package = try package()
    try package.append("Then `Walk` walks 2 more.")
    #expect(try package.problems() == [])
    let line = try package.append("Then `Walk` ends at 3.")
    let problems = try package.problems()
    let message = "book.md:\(line): error: the number 3.0 has no twin at book.zh.md:"
    #expect(problems.count == 1 && problems[0].hasPrefix(message), "\(problems)")
  }

  @Test(arguments: [
    ("A long stroll.", "漫步（stroll），English walking", ["english", "walking"]),
    ("| Walk |\n|---|\n| a |", "| Wolk |\n|---|\n| a |", ["wolk"]),
  ])
  func aLatinWordThatTheOriginalDoesNotKnow(
    original: String, translation: String, words: [String]
  ) throws {
    let package = try package()
    try package.append(original)
    let line = try package.append(translation, to: "book.zh.md")
    #expect(
      try package.problems()
        == words.map {
          "book.zh.md:\(line): error: the word \($0) does not stand in book.md"
        })
  }

  @Test func aLossNamesBothPlaces() throws {
    let package = try package()
    try package.replace(
      "![灰方块](Output/1-Walk/walk.png)\n\n", by: "", in: "book.zh.md")
    #expect(
      try package.problems() == [
        "book.md:28: error: the picture Output/1-Walk/walk.png has no twin at book.zh.md:26"
      ])
  }

  @Test func aREADMEWithoutATwin() throws {
    let package = try package()
    try package.remove("README.zh.md")
    #expect(
      try package.run("--check").errors
        == "book: there is no file README.zh.md\n")
  }

  @Test func aNumberInAWordOfEachLanguage() throws {
    let package = try package()
    try package.replace("见[程序打印什么]", by: "见[第 3 章]", in: "book.zh.md")
    #expect(
      try package.problems().contains(
        "book.zh.md:3: error: 程序打印的 is not, or has no, 第 3 章"))
  }
}
