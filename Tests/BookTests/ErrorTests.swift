import Foundation
import Testing

/// Each mistake of the list gives one error with its file and line.
@Suite struct ErrorTests {
  private let walk = "Chapters/1-Walk/Walk.swift"

  @Test func aTrueBookHasNone() throws {
    #expect(try SmallPackage().problems() == [])
  }

  /// Mistakes at the end of the book, each of which is told with its line once.
  @Test(arguments: [
    (
      "<!-- book:skip why -->\n\n```math\nx\n```",
      "the mark must stand right before a fence"
    ),
    (
      "text <!-- book:skip why -->\n```math\nx\n```",
      "the mark must stand alone on its line"
    ),
    (
      "<!-- book:listing Sources/no.swift -->\n```swift\n```",
      "there is no file Sources/no.swift"
    ),
    (
      "<!-- book:listing Chapters/1-Walk/Walk.swift#arguments -->\n```swift\n```",
      "Chapters/1-Walk/Walk.swift has no region arguments"
    ),
    (
      "<!-- book:output truth/log.txt -->\n```text\n```",
      "expected a file below Output/, found truth/log.txt"
    ),
    (
      "<!-- book:output Output/1-Walk/walk.png -->\n```text\n```",
      "Output/1-Walk/walk.png:1: error: expected UTF-8 text, found other bytes"
    ),
    (
      "<!-- book:output Output/1-Walk/log.txt#no -->\n```text\n```",
      "Output/1-Walk/log.txt has no region no"
    ),
    (
      "**1**<!-- book:value Output/1-Walk/log.txt#no %d -->",
      "Output/1-Walk/log.txt has no value no"
    ),
    (
      "<!-- book:run -->\n```sh\nswift run Talk\n```",
      "+2: expected the program of a chapter, built, found Talk"
    ),
    ("<!-- book:run -->\n```sh\n# none\n```", "+1: book:run has no command to run"),
  ])
  func aMistake(text: String, problem: String) throws {
    #expect(try problems(appending: text) == [problem])
  }

  // Marks

  @Test(arguments: ["book:run", "book:skip why", "book:output x"])
  func aMarkWithoutAFence(mark: String) throws {
    #expect(
      try problems(appending: "<!-- \(mark) -->\ntext") == [
        "the mark must stand right before a fence"
      ])
  }

  @Test(arguments: [
    "book:show x", "book:listing", "book:listing a b", "book:listing a#b#c",
    "book:skip",
    "book:run fast", "book:", "book:value Output/1-Walk/log.txt %d", "book:output #x",
    "book: listing", "Book:run", "bok:run", "a note", "",
  ])
  func aCommentThatFitsNoForm(mark: String) throws {
    let found = try problems(
      appending: "<!-- \(mark) -->\n```math\nx\n```")
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("expected book:listing FILE#REGION, "))
    #expect(found[0].hasSuffix("found \(mark)"))
  }

  @Test(arguments: ["%x", "%", "d", "%.f", "%f", "%5.2f", "%,e", "%.2d", "%.100f"])
  func aFormatThatIsNone(format: String) throws {
    let found = try problems(
      appending: "**1**<!-- book:value Output/1-Walk/log.txt#last \(format) -->")
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("expected book:listing FILE#REGION, "))
  }

  @Test(arguments: ["1", "*1*", "**1** ", "**one**", "**So** it is: 1"])
  func aValueThatIsNotBehindABoldNumber(text: String) throws {
    #expect(
      try problems(
        appending: "\(text)<!-- book:value Output/1-Walk/log.txt#last %d -->") == [
          "the mark must stand right behind a **bold number**"
        ])
  }

  @Test func aNumberThatIsNotWholeAsAWholeOne() throws {
    let package = try SmallPackage()
    try package.replace("1.0", by: "1.5", in: "Output/1-Walk/regions.json")
    try package.replace("%.2f", by: "%d")
    #expect(
      try package.problems() == [
        "book.md:26: error: expected a whole number for %d, found 1.5"
      ])
  }

  // Paths

  @Test(arguments: ["../other/x.swift", "/etc/passwd", "a/../../x", "link/passwd"])
  func aPathOutsideOfThePackage(path: String) throws {
    let package = try SmallPackage()
    try package.link("link", to: "/etc")
    let line = try package.append("<!-- book:listing \(path) -->\n```swift\n```")
    #expect(
      try package.problems() == [
        "book.md:\(line): error: \(path) is outside of the package"
      ])
  }

  // Regions of sources

  @Test(arguments: [
    (
      "// snippet.a\nlet a = 1\n// snippet.end\n// snippet.a\nlet b = 1\n// snippet.end",
      [4], "region a is named twice, first in line 1"
    ),
    ("let a = 1\n// snippet.a\nlet b = 1", [2], "region a is never ended"),
    (
      "// snippet.a\nlet a = 1\n  // snippet.b\nlet b = 1\n// snippet.end", [3],
      "region b begins within region a of line 1"
    ),
    ("// snippet.a\n\n// snippet.end", [1], "region a is empty"),
    ("let a = 1\n// snippet.end", [2], "snippet.end ends no region"),
    ("// snippet.a b", [1], "expected snippet.NAME or snippet.end, found snippet.a b"),
    ("// snippet.", [1], "expected snippet.NAME or snippet.end, found snippet."),
    ("// snippet.arguments\n// snippet.end", [1], "region arguments is empty"),
  ])
  func aRegionThatIsWrong(text: String, lines: [Int], message: String) throws {
    let package = try SmallPackage()
    try package.write("Sources/Other/Other.swift", text + "\n")
    let expected = lines.map { "Sources/Other/Other.swift:\($0): error: \(message)" }
    #expect(try package.problems().filter { !$0.contains("is not shown") } == expected)
  }

  @Test(arguments: [
    "{", "[]", "{\"regions\": {}}", "{\"regions\": {\"a\": [1]}, \"values\": {}}",
    "{\"regions\": {\"a\": [3, 4]}, \"values\": {}}",
    "{\"regions\": {\"a\": [2, 1]}, \"values\": {}}",
    "{\"regions\": {\"a\": [0, 1]}, \"values\": {}}",
    "{\"regions\": {}, \"values\": {\"a\": \"one\"}}",
  ])
  func aFileOfNamesThatIsNone(text: String) throws {
    let package = try SmallPackage()
    try package.write("Output/1-Walk/regions.json", text + "\n")
    let found = try package.problems()
    #expect(found.count == 1)
    #expect(found[0].hasPrefix("Output/1-Walk/regions.json: error: "))
  }

  // What the book leaves out

  @Test func aRegionThatIsNeverUsed() throws {
    let package = try SmallPackage()
    try package.append("// snippet.more\nlet a = 1\n// snippet.end", to: walk)
    #expect(
      try package.problems() == [
        "\(walk):17: error: region more is not shown in book.md"
      ])
  }

  @Test func aPictureThatIsNeverUsed() throws {
    let package = try SmallPackage()
    try SmallPackage.picture.write(to: "\(package.root)/Output/1-Walk/more.png")
    #expect(
      try package.problems() == [
        "Output/1-Walk/more.png: error: the picture is not shown in book.md"
      ])
  }

  @Test func aNamedValueAndALogsRegionThatAreNeverUsed() throws {
    let package = try SmallPackage()
    try package.replace(
      "\"last\": 1.0", by: "\"last\": 1.0,\n    \"more\": 2.0",
      in: "Output/1-Walk/regions.json")
    try package.replace(
      "\"steps\": [2, 3]", by: "\"steps\": [2, 3],\n    \"start\": [1, 1]",
      in: "Output/1-Walk/regions.json")
    #expect(
      try package.problems() == [
        "Output/1-Walk/regions.json:4: error: region start is not used in book.md",
        "Output/1-Walk/regions.json:8: error: value more is not used in book.md",
      ])
  }

  @Test func aLogThatIsNeverShown() throws {
    let package = try SmallPackage()
    try package.write("Output/2-Run/log.txt", "run\n")
    #expect(
      try package.problems() == [
        "Output/2-Run: error: no run wrote it: it has no digests.txt",
        "Output/2-Run/log.txt: error: the log is not shown in book.md",
      ])
  }

  @Test func aWholeLogUsesItsRegions() throws {
    let package = try SmallPackage()
    try package.replace("log.txt#steps", by: "log.txt")
    #expect(try package.problems() == [])
  }

  @Test func linesThatAreNeverShown() throws {
    let package = try SmallPackage()
    try package.append(
      """
      import Other

      let a = 1
      // why
      let b = [
        [1, 2]
      ]
      """, to: walk)
    #expect(
      try package.problems() == [
        "\(walk):19: error: the lines to 22 are not shown in book.md: let a = 1"
      ])
  }

  @Test func linesThatAreShownTwice() throws {
    let package = try SmallPackage()
    let line = try package.append("<!-- book:listing \(walk)#step -->\n```swift\n```")
    #expect(
      try package.problems() == [
        "\(walk):10: error: the lines to 12 are shown more than once, in book.md under "
          + "the marks of lines 5 and \(line)"
      ])
  }

  @Test func aWholeFileShowsAllButMarksAndArguments() throws {
    let package = try SmallPackage()
    try package.replace("Walk.swift#step", by: "Walk.swift")
    #expect(try package.problems() == [])
    #expect(
      try package.refreshed().contains(
        """
        ```swift
        import ChapterKit

          /// One step downhill.
          func step(_ x: Double) -> Double {
            x - 0.5 * x
          }
        }
        ```
        """))
  }

  // Fences, links, pictures

  @Test(arguments: [
    ("swift", "book:listing or book:skip"), ("text", "book:output or book:skip"),
    ("python", "book:skip"), ("sh", "book:run or book:skip"),
  ])
  func aFenceThatNeedsAMark(language: String, marks: String) throws {
    #expect(
      try problems(appending: "```\(language)\nmake run\n```") == [
        "a fence of \(language) needs a \(marks) before it"
      ])
  }

  @Test(arguments: ["<!-- book:skip because -->\n```swift\n```", "```math\nx\n```"])
  func aFenceThatNeedsNone(text: String) throws {
    #expect(try problems(appending: text) == [])
  }

  @Test(arguments: [
    ("[a](no.md)", "there is no file no.md"),
    ("[a](#no)", "there is no heading #no"),
    ("[a](book.md#no)", "there is no heading #no in book.md"),
    ("[a](../x)", "../x is outside of the package"),
    ("[a]()", "the link leads nowhere"),
    ("`Chapters/2-Walk`", "there is no file Chapters/2-Walk"),
    (
      "[a](httms://example.org)",
      "expected a path or an address of the web, found httms://example.org"
    ),
    (
      "[a](https://example)",
      "expected a path or an address of the web, found https://example"
    ),
    ("| a | [b](no.md) |\n|---|---|\n| c | d |", "there is no file no.md"),
    ("[a\nb](no.md)", "there is no file no.md"),
    ("![a gray square](no.png)", "there is no file no.png"),
    ("![](README.md)", "README.md needs a text that says what it shows"),
    ("![a square](README.md)", "README.md needs a text that says what it shows"),
  ])
  func aLinkOrPictureToNothing(text: String, message: String) throws {
    let found = try problems(appending: text)
    #expect(found.count == 1)
    #expect(found[0].hasSuffix(message))
  }

  @Test(arguments: [
    "[a](book.md)", "[a](Chapters)", "[a](Chapters/1-Walk)", "[a](#it-prints)",
    "[a](book.md#it-prints)", "[a](https://example.org/no)", "`[a](no.md)`",
    "`Chapters/`", "`Chapters/1-Walk/Walk.swift` and `a / b`, `/tmp/mine`",
    "$a[i](x)$", "x[0] and [1, 2]", "\\[a](no.md)", "[a\nb](book.md)", "[a](book%2Emd)",
  ])
  func aLinkThatLeadsSomewhere(text: String) throws {
    #expect(
      try problems(appending: text).filter { !$0.contains("[text]") } == []
    )
  }

  // Runs

  @Test(arguments: [
    "swift run", "swift build", "swift run -c release Walk", "swift run Walk | tail",
    "swift run Walk \"a\"", "cd .. && swift run Walk",
  ])
  func aLineThatCannotBeRun(line: String) throws {
    #expect(
      try problems(appending: "<!-- book:run -->\n```sh\n\(line)\n```")
        == [
          "+2: expected swift run NAME ARGUMENTS, found \(line)"
        ])
  }

  @Test func theToolGivesTheOutputsFolder() throws {
    #expect(
      try problems(
        appending: "<!-- book:run -->\n```sh\nswift run Walk --output x\n```"
      ).contains(
        "+2: expected no --output, which book:run gives, found swift run Walk --output x"
      ))
  }

  @Test func aFenceToRunThatIsNoShell() throws {
    #expect(
      try problems(appending: "<!-- book:run -->\n```python\nx\n```")
        .contains(
          "+1: a fence of python needs a book:skip before it, found book:run"))
  }
}

extension SmallPackage {
  func link(_ path: String, to target: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(root)/\(path)", withDestinationPath: target)
  }
}
