import Foundation
import Plotting
import TestSupport
import Testing

/// The built tool notices every change of what the book shows, and names the place.
@Suite struct CheckTests {
  @Test func aTrueBookPasses() throws {
    let package = try SmallPackage()
    for run in [try package.run("--check"), try package.run("--run", "--check")] {
      #expect(run.status == 0)
      #expect(run.output == "")
      #expect(run.errors == "")
    }
  }

  @Test func aChangedDigitInAListing() throws {
    let package = try SmallPackage()
    try package.replace("  x - 0.5 * x", by: "  x - 0.6 * x")
    let run = try package.run("--check")
    #expect(run.status == 1)
    #expect(
      run.errors == """
        book.md:9: error: differs from book:listing Chapters/1-Walk/Walk.swift#step
        this mends the book: swift run book

        """)
    #expect(
      run.output.replacing(/index [0-9a-f.]+/, with: "index INDEX") == """
        diff --git a/book.md b/book.md
        index INDEX 100644
        --- a/book.md
        +++ b/book.md
        @@ -6,7 +6,7 @@ See [what it prints](#it-prints).
         ```swift
         /// One step downhill.
         func step(_ x: Double) -> Double {
        -  x - 0.6 * x
        +  x - 0.5 * x
         }
         ```
        \u{20}

        """)
    #expect(try package.read("book.md").contains("0.6"))
  }

  /// Each place that the book shows is compared with what it comes from.
  @Test(arguments: [
    (
      "book.md", "step 1", "step 3",
      "23: error: differs from book:output Output/1-Walk/log.txt#steps"
    ),
    (
      "book.md", "**1.00**", "**1.01**",
      "26: error: **1.01** is **1.00** by book:value Output/1-Walk/log.txt#last %.2f"
    ),
    (
      "Chapters/1-Walk/Walk.swift", "x - 0.5 * x", "x - 0.7 * x",
      "9: error: differs from book:listing Chapters/1-Walk/Walk.swift#step"
    ),
    (
      "book.md", "(#it-prints)", "(#it-printed)",
      "3: error: there is no heading #it-printed"
    ),
  ])
  func aChangedDigit(path: String, old: String, new: String, problem: String) throws {
    let package = try SmallPackage()
    try package.replace(old, by: new, in: path)
    let run = try package.run("--check")
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("book.md:\(problem)\n"))
  }

  @Test func aDigitThatARunPrintsOtherwise() throws {
    let package = try SmallPackage()
    try package.replace("step 1", by: "step 0", in: "truth/log.txt")
    let run = try package.run("--run", "--check")
    #expect(run.status == 1)
    #expect(
      run.errors == """
        Output/1-Walk/log.txt:3: error: the run writes it otherwise
        book.md:23: error: differs from book:output Output/1-Walk/log.txt#steps
        this mends Output/ and the book: swift run book --run

        """)
    #expect(run.output.contains("-step 1\n+step 0\n"))
    #expect(try package.read("Output/1-Walk/log.txt") == SmallPackage.log)
    #expect(try package.read("book.md") == SmallPackage.book)
  }

  @Test func oneChangedPixel() throws {
    let package = try SmallPackage()
    var pixels = SmallPackage.picture.pixels
    pixels[7] ^= 1
    try Image(width: 5, height: 4, channels: .rgb, pixels: pixels)
      .write(to: "\(package.root)/Output/1-Walk/walk.png")
    let run = try package.run("--run", "--check")
    #expect(run.status == 1)
    let start =
      "Output/1-Walk/walk.png: error: 1 of 20 pixels differ, by at most 1 of 255, see "
    #expect(run.errors.hasPrefix(start))
    let picture = run.errors.dropFirst(start.count).prefix { $0 != "\n" }
    #expect(try Image(contentsOf: String(picture))[2, 0] == .red)
  }

  @Test func aRenamedRegion() throws {
    let package = try SmallPackage()
    try package.replace(
      "snippet.step", by: "snippet.walk", in: "Chapters/1-Walk/Walk.swift")
    let run = try package.run("--check")
    #expect(run.status == 1)
    #expect(
      run.errors == """
        book.md:5: error: Chapters/1-Walk/Walk.swift has no region step
        Chapters/1-Walk/Walk.swift:9: error: region walk is not shown in book.md

        """)
  }

  @Test func aDeletedPicture() throws {
    let package = try SmallPackage()
    try package.remove("Output/1-Walk/walk.png")
    #expect(
      try package.run("--check").errors
        == """
        Output/1-Walk/walk.png: error: it is missing: a run wrote it
        book.md:28: error: there is no file Output/1-Walk/walk.png

        """)
    let run = try package.run("--run", "--check")
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("Output/1-Walk/walk.png: error: it is missing"))
  }

  @Test func aFileThatNoCommandWrites() throws {
    let package = try SmallPackage()
    try package.write("Output/1-Walk/old.csv", "1\n")
    let run = try package.run("--run", "--check")
    #expect(run.status == 1)
    #expect(
      run.errors.hasPrefix(
        "Output/1-Walk/old.csv: error: no command of the book writes it\n"))
  }

  @Test func allMistakesAreNamedAtOnce() throws {
    let package = try SmallPackage()
    try package.replace("(#it-prints)", by: "(#it-printed)")
    try package.replace("**1.00**", by: "**1.01**")
    try package.replace("#step -->", by: "#stop -->")
    let places = try package.run("--check").errors.split(separator: "\n").map {
      $0.prefix { $0 != " " }
    }
    #expect(
      places.prefix(4) == [
        "book.md:5:", "Chapters/1-Walk/Walk.swift:9:", "book.md:3:", "book.md:26:",
      ])
  }

  @Test(.disabled(if: isSanitized, "without a PATH a sanitizer knows no names"))
  func withoutGitAllButTheDiffIsPrinted() throws {
    let package = try SmallPackage()
    try package.replace("  x - 0.5 * x", by: "  x - 0.6 * x")
    let run = try package.run("--check", path: "/nowhere")
    #expect(run.status == 1)
    #expect(run.output == "")
    #expect(
      run.errors == """
        book.md:9: error: differs from book:listing Chapters/1-Walk/Walk.swift#step
        this mends the book: swift run book
        book: expected git, which prints what differs, found none that runs

        """)
  }

  @Test func withoutOutputOneErrorSaysWhatWritesIt() throws {
    let package = try SmallPackage()
    try package.remove("Output")
    for arguments in [[], ["--check"]] {
      let run = try ProgramRun("book", arguments + package.options)
      #expect(run.status == 1)
      #expect(
        run.errors
          == "book: there is no folder Output: swift run book --run writes it\n")
    }
  }

  @Test func aFileThatSeveralMarksNameIsMissedOnce() throws {
    let package = try SmallPackage()
    try package.remove("Output/1-Walk/log.txt")
    #expect(
      try package.run("--check").errors
        == """
        book.md:20: error: there is no file Output/1-Walk/log.txt
        Output/1-Walk/log.txt: error: it is missing: a run wrote it

        """)
  }

  @Test(arguments: [["--help"], ["read"], ["read", "--help"], ["--check"]])
  func aFullDeviceIsOneLine(arguments: [String]) throws {
    let package = try SmallPackage()
    try package.replace("step 1", by: "step 3")
    let run = try ProgramRun("book", arguments + package.options, output: "/dev/full")
    #expect(run.status == 1)
    #expect(
      run.errors.split(separator: "\n").last
        == "book: standard output: cannot be written: No space left on device")
  }

  @Test func errorsThatCannotBeWrittenStillGiveTheStatus() throws {
    let package = try SmallPackage()
    try package.replace("step 1", by: "step 3")
    let arguments = ["--check"] + package.options
    #expect(try ProgramRun("book", arguments, errors: "/dev/full").status == 1)
  }

  @Test func aNameThatATerminalWouldObeyIsEscaped() throws {
    let package = try SmallPackage()
    try package.write("Output/1-Walk/a\u{1B}[2J\u{202E}.csv", "1\n")
    try package.append("[a](\u{1B}[2J\u{202E}.md)")
    let run = try package.run("--run", "--check")
    #expect(run.errors.contains(#"Output/1-Walk/a\u{1b}[2J\u{202e}.csv: error: "#))
    #expect(run.errors.contains(#"there is no file \u{1b}[2J\u{202e}.md"#))
    #expect(!(run.output + run.errors).contains { "\u{1B}\u{202E}".contains($0) })
  }

  @Test func aMistakeOnTheCommandLineIsOneLine() throws {
    let run = try SmallPackage().run("--chekc")
    #expect(run.status == 2)
    #expect(run.errors.hasPrefix("book: Unknown option '--chekc'"))
    #expect(run.errors.split(separator: "\n").count == 1)
  }

  @Test func aFolderWithoutABookIsOneLine() throws {
    let package = try SmallPackage()
    try package.remove("book.md")
    let run = try package.run()
    #expect(run.status == 1)
    #expect(run.errors == "book: \(package.root): expected a book.md, found none\n")
  }
}
