import Foundation
import Plotting
import Testing

@testable import BookKit

/// `book read` shows the book in a terminal.
@Suite struct ReadTests {
  private let text = """
    # The book

    Read **on**.

    ## 1. Steps

    <!-- book:run -->
    ```sh
    swift run Walk
    ```

    ### The rate

    <!-- book:output Output/1-Walk/log.txt#steps -->
    ```text
    step 2
    step 1
    ```

    ## 12 Ends

    ![A square](Output/1-Walk/walk.png)

    """

  private func sections(_ chapter: String? = nil) throws -> [Section] {
    let package = try SmallPackage()
    try package.write("book.md", text)
    return try Section.all(in: Workspace(root: package.root), chapter: chapter)
  }

  @Test func withoutATerminalTheTextIsPrinted() throws {
    let package = try SmallPackage()
    let run = try package.run("read")
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.output == """
        # A walk

        See [what it prints](#it-prints).

        ```swift
        /// One step downhill.
        func step(_ x: Double) -> Double {
          x - 0.5 * x
        }
        ```

        ```sh
        swift run Walk --rate 0.5
        ```

        ## It prints

        ```text
        step 2
        step 1
        ```

        It ends at **1.00**.

        [A gray square: Output/1-Walk/walk.png]

        """)
  }

  @Test func inAnotherLanguage() throws {
    let package = try SmallPackage()
    try package.translate()
    let run = try package.run("read", "--language", "zh")
    #expect(run.output.hasPrefix("# 一次行走\n\n见[程序打印什么]"))
    let none = try package.run("read", "--language", "fr")
    #expect(none.status == 1)
    #expect(
      none.errors == "book: expected a language of the book, found none in book.fr.md\n"
    )
  }

  @Test(arguments: [("1", "1. Steps", 2), ("12", "12 Ends", 1), ("ends", "12 Ends", 1)])
  func aChapterByNumberOrWord(name: String, title: String, count: Int) throws {
    let sections = try sections(name)
    #expect(sections[0].title == title)
    #expect(sections.count == count)
  }

  @Test func aChapterThatIsNone() throws {
    let package = try SmallPackage()
    try package.write("book.md", text)
    let run = try package.run("read", "7")
    #expect(run.status == 1)
    #expect(
      run.errors
        == "book: expected a chapter of the book, found 7: 1. Steps; 12 Ends\n")
  }

  @Test func aSectionsCommandsAreTheBooksOrItsChapter() throws {
    #expect(
      try sections().map { $0.commands.map(\.text) }
        == [[], ["swift run Walk"], ["swift run Walk"], []])
  }

  @Test func marksAndTagsAreNotShown() throws {
    let package = try SmallPackage()
    try package.write(
      "book.md", "<details>\n<summary>Why</summary>\n\n\u{202E}a\n\n</details>\n")
    let section = try Section.all(in: Workspace(root: package.root), chapter: nil)[0]
    #expect(section.pieces == ["Why", "", "\\u{202e}a"].map(Section.Piece.line))
  }

  // Pictures

  @Test(arguments: [
    (["KITTY_WINDOW_ID": "1"], TerminalPicture.kitty),
    (["TERM": "xterm-kitty"], .kitty),
    (["TERM_PROGRAM": "iTerm.app"], .iterm), (["TERM_PROGRAM": "WezTerm"], .iterm),
    (["TERM": "xterm"], nil), (["TERM": "dumb", "KITTY_WINDOW_ID": "1"], nil),
    (["KITTY_WINDOW_ID": "1", "TMUX": "x"], nil),
  ])
  func theTerminalIsKnownByItsEnvironment(
    environment: [String: String], kind: TerminalPicture?
  ) {
    #expect(TerminalPicture(environment: environment) == kind)
  }

  @Test func terminalsTakeTheFileAsItIs() throws {
    let package = try SmallPackage()
    var bytes = [UInt8](repeating: 0, count: 60 * 60 * 3)
    var noise: UInt32 = 1
    for index in bytes.indices {
      noise = noise &* 1_664_525 &+ 1_013_904_223
      bytes[index] = UInt8(noise >> 24)
    }
    try Image(width: 60, height: 60, channels: .rgb, pixels: bytes)
      .write(to: "\(package.root)/noise.png")
    let file = try package.bytes("noise.png")
    let workspace = Workspace(root: package.root)
    let kitty = try TerminalPicture.kitty.sequence(of: "noise.png", in: workspace)
    let pieces = kitty.split(separator: "\u{1B}\\").map { $0.dropFirst(3) }
    #expect(pieces.count > 1)
    #expect(pieces[0].hasPrefix("a=T,f=100,q=2,m=1;"))
    #expect(pieces.last!.hasPrefix("m=0;"))
    let data = pieces.map { $0.drop { $0 != ";" }.dropFirst() }.joined()
    #expect(Data(base64Encoded: data) == file)
    #expect(
      try TerminalPicture.iterm.sequence(of: "noise.png", in: workspace)
        == "\u{1B}]1337;File=inline=1:\(file.base64EncodedString())\u{07}")
  }
}
