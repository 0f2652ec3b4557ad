import Foundation
import Testing

@testable import BookKit

/// What is marked is written anew, all else keeps its bytes.
@Suite struct RefreshTests {
  /// The book with the text, brought up to date.
  private func refreshed(_ text: String, source: String? = nil) throws -> String {
    let package = try SmallPackage()
    if let source { try package.write("Chapters/1-Walk/Walk.swift", source) }
    try package.write("book.md", text)
    return try package.refreshed()
  }

  private let mark = "<!-- book:listing Chapters/1-Walk/Walk.swift#step -->"
  private let output = "<!-- book:output Output/1-Walk/log.txt#steps -->"

  @Test func aTrueBookIsLeftAlone() throws {
    let package = try SmallPackage()
    let before = try package.modificationDate("book.md")
    #expect(try BookRun(in: package).status == 0)
    #expect(try package.read("book.md") == SmallPackage.book)
    #expect(try package.modificationDate("book.md") == before)
  }

  @Test func emptyFencesAndWrongNumbersAreFilled() throws {
    let package = try SmallPackage()
    try package.replace(
      "/// One step downhill.\nfunc step(_ x: Double) -> Double {\n  x - 0.5 * x\n}\n",
      by: "")
    try package.replace("step 2\nstep 1\n", by: "one\ntwo\nthree\n")
    try package.replace("**1.00**", by: "**?**")
    let run = try BookRun(in: package)
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors == "")
    #expect(try package.read("book.md") == SmallPackage.book)
  }

  @Test func refreshingTwiceChangesNothing() throws {
    let once = try refreshed(
      "- a\n\n  \(mark)\n  ```swift\n  ```\n\n\(output)\r\n~~~text\r\n~~~\r\n")
    #expect(try refreshed(once) == once)
  }

  @Test func aMarkThatMeansNothingLeavesTheWholeBook() throws {
    let package = try SmallPackage()
    try package.replace("step 1", by: "step 3")
    try package.append("<!-- book:listing no.swift -->\n```swift\n```")
    let before = try package.read("book.md")
    let run = try BookRun(in: package)
    #expect(run.status == 1)
    #expect(
      run.errors.hasSuffix("there is no file no.swift\nnothing has been changed\n"))
    #expect(try package.read("book.md") == before)
  }

  @Test func twoBooksAreRefreshedBothOrNeither() throws {
    let package = try SmallPackage()
    try package.replace("step 1", by: "step 3")
    let before = try package.read("book.md")
    try package.write("book.zh.md", before + "\n<!-- book:skip -->\n")
    #expect(try BookRun(in: package).status == 1)
    #expect(try package.read("book.md") == before)
    try package.write("book.zh.md", before)
    #expect(try BookRun(in: package).status == 0)
    #expect(try package.read("book.md") == SmallPackage.book)
    #expect(try package.read("book.zh.md") == SmallPackage.book)
  }

  @Test func aDeadLinkDoesNotKeepTheBookFromBeingRefreshed() throws {
    let package = try SmallPackage()
    try package.replace("step 1", by: "step 3")
    try package.replace("(#it-prints)", by: "(#no)")
    #expect(try BookRun(in: package).status == 1)
    #expect(try package.read("book.md").contains("step 1"))
  }

  @Test func linesEndAsTheMarksFenceDoes() throws {
    #expect(
      try refreshed("a\r\n\r\n\(output)\r\n```text\r\nold\n```\r\nb\n")
        == "a\r\n\r\n\(output)\r\n```text\r\nstep 2\r\nstep 1\r\n```\r\nb\n")
  }

  @Test func aSourceWithCRLF() throws {
    #expect(
      try refreshed(
        "\(mark)\n```swift\n```\n",
        source: "  // snippet.step\r\n  let a = 1\r\n  // snippet.end\r\n")
        == "\(mark)\n```swift\nlet a = 1\n```\n")
  }

  @Test func aFenceWithoutALineEndAtTheEndOfTheFile() throws {
    #expect(
      try refreshed("\(output)\n```text\n```")
        == "\(output)\n```text\nstep 2\nstep 1\n```")
  }

  @Test(arguments: [
    ("- a\n\n  @\n  ```text\n  ```\n", "  step 2\n  step 1\n"),
    ("- @\n\n  @\n  ```text\n  ```\n", nil),
    ("> @\n> ```text\n> ```\n", "> step 2\n> step 1\n"),
    ("<details>\n\n  @\n  ```text\n  ```\n\n</details>\n", "  step 2\n  step 1\n"),
    ("1. a\n   - b\n\n     @\n     ~~~text\n     ~~~\n", "     step 2\n     step 1\n"),
  ])
  func fencesThatAreIndented(text: String, content: String?) throws {
    let text = text.replacing("@", with: output)
    let result = try refreshed(text)
    if let content {
      let closing = text.range(of: "```\n") ?? text.range(of: "~~~\n")!
      let line = text[..<closing.lowerBound].lastIndex(of: "\n")!
      let before = text[...line]
      #expect(result == before + content + text[text.index(after: line)...])
    } else {
      #expect(result == text)
    }
  }

  @Test func blankLinesOfIndentedListingsHaveNoSpaces() throws {
    #expect(
      try refreshed(
        "- a\n\n  \(mark)\n  ```swift\n  ```\n",
        source: "// snippet.step\nlet a = 1\n\n  let b = 2\n// snippet.end")
        == "- a\n\n  \(mark)\n  ```swift\n  let a = 1\n\n    let b = 2\n  ```\n")
  }

  @Test func listingsAreMovedLeft() throws {
    #expect(
      try refreshed(
        "\(mark)\n```swift\n```\n",
        source: "// snippet.step\n\n      if a {\n\n\n    b\n\n// snippet.end")
        == "\(mark)\n```swift\n  if a {\n\nb\n```\n")
  }

  @Test func aFenceIsLongerThanThoseInIt() throws {
    let source = """
      // snippet.step
      let text = \"""
        ````
        ```
        \"""
      // snippet.end
      """
    let text = "\(mark)\n```swift\n```\n\n# A\n"
    let once = try refreshed(text, source: source)
    #expect(
      once == """
        \(mark)
        `````swift
        let text = \"""
          ````
          ```
          \"""
        `````

        # A

        """)
    #expect(try refreshed(once, source: source) == once)
  }

  @Test func marksInFencesAreText() throws {
    let text = """
      <!-- book:skip how marks look -->
      ````text
      \(output)
      ```text
      old
      ```
      **1**<!-- book:value Output/1-Walk/log.txt#last %.2f -->
      <!-- book:nonsense -->
      ````

      """
    #expect(try refreshed(text) == text)
  }

  @Test func severalNumbersInALine() throws {
    let value = "<!-- book:value Output/1-Walk/log.txt#last"
    #expect(
      try refreshed("| **a** **x**\(value) %d --> | é **y**\(value) %.1p --> **z** |\n")
        == "| **a** **1**\(value) %d --> | é **100.0%**\(value) %.1p --> **z** |\n")
  }

  @Test(arguments: [("\"nan\"", "nan"), ("\"-inf\"", "-inf"), ("1e400", nil)])
  func valuesThatJSONHasNoNumbersFor(json: String, text: String?) throws {
    let package = try SmallPackage()
    try package.replace("1.0", by: json, in: "Output/1-Walk/regions.json")
    #expect(try package.refreshed().contains("**\(text ?? "1.00")**"))
  }

  @Test func waysToWriteALetterAreTwoTexts() throws {
    let package = try SmallPackage()
    try package.write("Output/1-Walk/log.txt", "start\nstep \u{E9}\nstep 1\n")
    try package.replace("step 2", by: "step e\u{301}")
    let run = try BookRun("--check", in: package)
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("book.md:22: error: differs from"))
  }
}

extension SmallPackage {
  func modificationDate(_ path: String) throws -> Date {
    try FileManager.default.attributesOfItem(atPath: "\(root)/\(path)")[
      .modificationDate] as! Date
  }
}
