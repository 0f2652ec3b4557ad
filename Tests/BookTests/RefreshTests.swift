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
    #expect(try package.run().status == 0)
    #expect(try package.read("book.md") == SmallPackage.book)
    #expect(try package.modificationDate("book.md") == before)
  }

  @Test func emptyFencesAndWrongNumbersAreFilled() throws {
    let package = try SmallPackage()
    try package.replace(
      "/// One step downhill.\nfunc step(_ x: Double) -> Double {\n  x - 0.5 * x\n}\n",
      by: "")
    try package.replace("step 2\nstep 1\n", by: "one\ntwo\nthree\n")
    try package.replace("**1.00**", by: "**0**")
    let run = try package.run()
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors == "")
    #expect(try package.read("book.md") == SmallPackage.book)
  }

  @Test func refreshingTwiceChangesNothing() throws {
    let once = try refreshed(
      "\(mark)\n```swift\n```\n\n\(output)\n```text\n```\n")
    #expect(try refreshed(once) == once)
  }

  @Test func aMarkThatMeansNothingLeavesTheWholeBook() throws {
    let package = try SmallPackage()
    try package.replace("step 1", by: "step 3")
    try package.append("<!-- book:listing no.swift -->\n```swift\n```")
    let before = try package.read("book.md")
    let run = try package.run()
    #expect(run.status == 1)
    #expect(
      run.errors.hasSuffix("there is no file no.swift\nnothing has been changed\n"))
    #expect(try package.read("book.md") == before)
  }

  @Test func twoBooksAreRefreshedBothOrNeither() throws {
    let package = try SmallPackage()
    try package.replace("step 1", by: "step 3")
    let before = try package.read("book.md")
    try package.write("README.zh.md", SmallPackage.readme)
    try package.write("book.zh.md", before + "\n<!-- book:skip -->\n")
    #expect(try package.run().status == 1)
    #expect(try package.read("book.md") == before)
    try package.write("book.zh.md", before)
    #expect(try package.run().status == 0)
    #expect(try package.read("book.md") == SmallPackage.book)
    #expect(try package.read("book.zh.md") == SmallPackage.book)
  }

  @Test func aDeadLinkDoesNotKeepTheBookFromBeingRefreshed() throws {
    let package = try SmallPackage()
    try package.replace("step 1", by: "step 3")
    try package.replace("(#it-prints)", by: "(#no)")
    #expect(try package.run().status == 1)
    #expect(try package.read("book.md").contains("step 1"))
  }

  @Test func listingsAreMovedLeft() throws {
    #expect(
      try refreshed(
        "\(mark)\n```swift\n```\n",
        source: "// snippet.step\n\n      if a {\n\n\n    b\n\n// snippet.end\n")
        == "\(mark)\n```swift\n  if a {\n\nb\n```\n")
  }

  @Test(arguments: ["```", "    ```swift", "<!-- book:skip a -->"])
  func aLineThatWouldEndItsFenceIsRefused(line: String) throws {
    let package = try SmallPackage()
    try package.replace(
      "    x - 0.5 * x", by: "    \"\"\"\n    \(line)\n    \"\"\"\n    x",
      in: "Chapters/1-Walk/Walk.swift")
    let run = try package.run()
    if line.first == " " {
      #expect(run.status == 0)
    } else {
      #expect(run.status == 1)
      #expect(
        run.errors.hasPrefix(
          "book.md:5: error: expected lines that can stand in a fence"))
      #expect(try package.read("book.md") == SmallPackage.book)
    }
  }

  @Test func severalNumbersInALine() throws {
    let value = "<!-- book:value Output/1-Walk/log.txt#last"
    #expect(
      try refreshed("| **a** **2**\(value) %d --> | é **3**\(value) %.1p --> **z** |\n")
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
    let run = try package.run("--check")
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
