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

  private func reader(_ chapter: String? = nil) throws -> (Reader, SmallPackage) {
    let package = try SmallPackage()
    try package.write("book.md", text)
    let reader = try Reader(
      Workspace(root: package.root), chapter: chapter, programs: "programs")
    return (reader, package)
  }

  @Test func withoutATerminalTheTextIsPrinted() throws {
    let package = try SmallPackage()
    let run = try BookRun("read", in: package)
    #expect(run.status == 0)
    #expect(run.errors == "")
    #expect(
      run.output == """
        A walk

        See what it prints.

            /// One step downhill.
            func step(_ x: Double) -> Double {
              x - 0.5 * x
            }

            swift run Walk --rate 0.5

        It prints

            step 2
            step 1

        It ends at 1.00.

        [A gray square: Output/1-Walk/walk.png]

        """)
  }

  @Test(arguments: [("1", "1. Steps"), ("12", "12 Ends"), ("ends", "12 Ends")])
  func aChapterByNumberOrWord(name: String, title: String) throws {
    let (reader, _) = try reader(name)
    #expect(reader.text(isStyled: false).hasPrefix(title + "\n"))
    #expect(reader.text(isStyled: false).contains("step 2") == (name == "1"))
  }

  @Test func aChapterThatIsNone() throws {
    let package = try SmallPackage()
    try package.write("book.md", text)
    let run = try BookRun("read", "7", in: package)
    #expect(run.status == 1)
    #expect(
      run.errors
        == "book: expected a chapter of the book, found 7: 1. Steps; 12 Ends\n")
  }

  @Test func aPageIsASectionOrAScreen() throws {
    let (reader, _) = try reader()
    var size = Terminal.Size()
    #expect(
      reader.pages(size, .none).map(\.section.title)
        == ["The book", "1. Steps", "The rate", "12 Ends"])
    size.rows = 4
    let pages = reader.pages(size, .none)
    #expect(
      pages.map(\.section.title) == [
        "The book", "The book", "1. Steps", "1. Steps", "The rate", "The rate",
        "12 Ends",
        "12 Ends",
      ])
    #expect(pages.allSatisfy { $0.pieces.count <= 2 })
  }

  @Test func aSectionsCommandsAreTheBooksOrItsChapter() throws {
    let (reader, _) = try reader()
    #expect(
      reader.pages(Terminal.Size(), .none).map { $0.section.commands.map(\.text) }
        == [[], ["swift run Walk"], ["swift run Walk"], []])
  }

  @Test(arguments: [
    ("a b", 3, ["a b"]), ("a b", 2, ["a", "b"]), ("long a", 2, ["long", "a"]),
    ("梯度 下降", 5, ["梯度", "下降"]), ("梯度 下降", 9, ["梯度 下降"]), ("", 5, [""]),
    ("  a b", 3, ["  a", "b"]),
  ])
  func wordsAreWrapped(text: String, width: Int, lines: [String]) {
    #expect(StyledText(text).wrapped(width: width).map(\.plain) == lines)
  }

  @Test(arguments: [
    (
      "a **b** `c*` *d*",
      "a \u{1B}[1mb\u{1B}[0m \u{1B}[36mc*\u{1B}[0m \u{1B}[3md\u{1B}[0m"
    ),
    ("[a](b.md)<!-- c -->", "a"), ("2 * 3 * 4", "2 * 3 * 4"), ("a_b_c", "a_b_c"),
    ("$x^2$ is 5$", "\u{1B}[36mx^2\u{1B}[0m is 5$"), ("x[0] `", "x[0] `"),
    ("*Why?* (_so_)", "\u{1B}[3mWhy?\u{1B}[0m (\u{1B}[3mso\u{1B}[0m)"),
    ("\\*a", "*a"), ("<b>a</b> < b", "a < b"), ("![a](b.png)", ""),
  ])
  func marksBecomeStyles(markdown: String, text: String) {
    let styled = StyledText(markdown: markdown)
    #expect(styled.ansi.replacing("\u{1B}[36m`\u{1B}[0m", with: "`") == text)
  }

  // Pictures

  @Test(arguments: [
    (["KITTY_WINDOW_ID": "1"], TerminalPicture.kitty),
    (["TERM": "xterm-kitty"], .kitty),
    (["TERM_PROGRAM": "iTerm.app"], .iterm), (["TERM_PROGRAM": "WezTerm"], .iterm),
    (["TERM": "xterm"], nil), (["TERM": "dumb"], TerminalPicture.none),
    (["KITTY_WINDOW_ID": "1", "TMUX": "x"], TerminalPicture.none),
    (["TERM": "xterm", "BOOK_PICTURES": "sixel"], .sixel),
  ])
  func theTerminalIsKnownByItsEnvironment(
    environment: [String: String], kind: TerminalPicture?
  ) {
    #expect(TerminalPicture.named(by: environment) == kind)
  }

  @Test func kittyTakesTheFileInPieces() throws {
    let package = try SmallPackage()
    let path = "\(package.root)/noise.png"
    var bytes = [UInt8](repeating: 0, count: 60 * 60 * 3)
    var noise: UInt32 = 1
    for index in bytes.indices {
      noise = noise &* 1_664_525 &+ 1_013_904_223
      bytes[index] = UInt8(noise >> 24)
    }
    try Image(width: 60, height: 60, channels: .rgb, pixels: bytes).write(to: path)
    let text = try TerminalPicture.kitty.sequence(path, columns: 9, cellWidth: 8)
    let pieces = text.split(separator: "\u{1B}\\").map { $0.dropFirst(3) }
    #expect(pieces.count > 1)
    #expect(pieces[0].hasPrefix("a=T,f=100,q=2,c=9,m=1;"))
    #expect(pieces.last!.hasPrefix("m=0;"))
    let data = pieces.map { $0.drop { $0 != ";" }.dropFirst() }.joined()
    #expect(Data(base64Encoded: data) == (try package.bytes("noise.png")))
  }

  @Test func sixelsGiveTheColorsOfASmallPicture() throws {
    // Colours that percent, as sixels give them, tell exactly.
    let colors: [(UInt8, UInt8, UInt8)] = [(0, 0, 0), (255, 255, 255), (255, 0, 51)]
    var pixels: [UInt8] = []
    for index in 0..<7 * 8 {
      let (red, green, blue) = colors[(index * index / 3) % 3]
      pixels += [red, green, blue]
    }
    let image = Image(width: 7, height: 8, channels: .rgb, pixels: pixels)
    #expect(try decode(Sixels(image).description) == image)
  }

  @Test func sixelsOfManyColorsAreClose() throws {
    var pixels: [UInt8] = []
    for y in 0..<64 { for x in 0..<64 { pixels += [UInt8(x * 4), UInt8(y * 4), 128] } }
    let image = Image(width: 64, height: 64, channels: .rgb, pixels: pixels)
    let shown = try decode(Sixels(image).description)
    let errors = zip(image.pixels, shown.pixels).map { abs(Int($0) - Int($1)) }
    #expect(errors.max()! <= 24)
    #expect(errors.reduce(0, +) < 5 * errors.count)
  }

  @Test func aPictureIsNarrowedOnWhite() {
    let image = Image(
      width: 4, height: 2, channels: .rgba,
      pixels: Array(
        repeating: [UInt8](arrayLiteral: 0, 0, 0, 0, 0, 0, 0, 255), count: 4
      )
      .flatMap { $0 })
    let narrow = image.narrowed(to: 2)
    #expect((narrow.width, narrow.height) == (2, 1))
    #expect(narrow.pixels == [128, 128, 128, 128, 128, 128])
    #expect(image.narrowed(to: 9).width == 4)
  }

  /// What a terminal draws.
  private func decode(_ text: String) throws -> Image {
    var rest = text.drop { $0 != "\"" }.dropFirst()
    func number() -> Int {
      let digits = rest.prefix(while: \.isNumber)
      rest = rest.dropFirst(digits.count)
      if rest.first == ";" { rest = rest.dropFirst() }
      return Int(digits)!
    }
    _ = (number(), number())
    let (width, height) = (number(), number())
    var pixels = [UInt8](repeating: 7, count: width * height * 3)
    var palette: [Int: [UInt8]] = [:]
    var (x, top, color, count) = (0, 0, 0, 1)
    while let character = rest.popFirst(), character != "\u{1B}" {
      switch character {
      case "#":
        color = number()
        if rest.first == "2", rest.dropFirst().first == ";" {
          _ = number()
          palette[color] = (0..<3).map { _ in UInt8((number() * 255 + 50) / 100) }
        }
      case "!": count = number()
      case "$": x = 0
      case "-": (x, top) = (0, top + 6)
      default:
        let bits = Int(character.asciiValue!) - 63
        for _ in 0..<count {
          for row in 0..<6 where bits >> row & 1 == 1 {
            let pixel = ((top + row) * width + x) * 3
            pixels.replaceSubrange(pixel..<pixel + 3, with: palette[color]!)
          }
          x += 1
        }
        count = 1
      }
    }
    return Image(width: width, height: height, channels: .rgb, pixels: pixels)
  }
}
