import ArgumentParser
import BookKit

/// `book read`: the book in the terminal.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Shows the book in the terminal, page by page.",
    discussion: """
      enter, space, arrows   the next page
      b, arrows              the page before
      r                      run the page's command, or the chapter that it shows
      q                      quit

      Pictures are shown where the terminal can: by kitty's protocol, iTerm2's, or \
      sixels; elsewhere their paths are. BOOK_PICTURES=kitty, iterm, sixel or none \
      chooses. Without a terminal the text is printed from one end to the other.
      """)

  @Argument(help: "Show this chapter only: its number, or a word of its heading.")
  var chapter: String?

  @OptionGroup var place: Place

  func run() throws {
    let reader = try Reader(
      try place.workspace(), chapter: chapter, programs: place.programs)
    try reader.run()
  }
}
