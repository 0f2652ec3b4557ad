/// The blocks of a Markdown file, as far as the book's marks need them: which lines are
/// code in a fence, which are text, and which are headings.
///
/// Fences in lists and quotes, HTML blocks and comments are read as the CommonMark
/// specification has them; what a table or a list looks like is of no matter here.
struct Markdown: Sendable {
  /// All lines of the file; blocks name them by their index.
  let lines: [Line]
  /// The code blocks, in order.
  private(set) var fences: [Fence] = []
  /// Stretches of lines whose links, bold numbers and comments are read together: a
  /// paragraph, a heading, the rows of a table.
  private(set) var paragraphs: [Range<Int>] = []
  private(set) var headings: [Heading] = []
  private(set) var mistakes: [(line: Int, message: String)] = []

  /// A heading, its marks removed.
  struct Heading: Equatable, Sendable {
    let line: Int
    let level: Int
    let text: String
  }

  private var openFence: Fence?
  private var paragraphStart: Int?
  /// How many `>` stand before the line.
  private var quotes = 0
  /// The columns at which the contents of the open list items begin.
  private var items: [Int] = []
  private var isInHTML = false
  private var isInComment = false

  init(_ text: String) {
    lines = Line.all(of: text)
    for index in lines.indices {
      if isInComment {
        isInComment = !lines[index].text.contains("-->")
        if !isInComment { endParagraph(before: index + 1) }
      } else {
        read(index)
      }
    }
    endParagraph(before: lines.count)
    abandonFence()
  }

  /// The fence that the line opens.
  func fence(at index: Int) -> Fence? {
    fences.first { $0.opening == index }
  }

  private mutating func read(_ index: Int) {
    if let fence = openFence, readInside(fence, index) { return }
    let (quote, depth, text) = lines[index].text.splitQuote()
    if depth != quotes {
      endParagraph(before: index)
      (quotes, items, isInHTML) = (depth, [], false)
    }
    readBlock(index, quote: quote, text)
  }

  /// Reads a line of the fence; false where the list item or the quote that it stands in
  /// has ended before the line.
  private mutating func readInside(_ fence: Fence, _ index: Int) -> Bool {
    // Further quote marks are text.
    let (_, depth, text) = lines[index].text.splitQuote(atMost: quotes)
    let column = items.last ?? 0
    guard depth == quotes, text.isBlank || text.indentation >= column else {
      abandonFence()
      return false
    }
    if text.closes(fence, column: column) {
      openFence = nil
      fences.append(fence.closed(at: index))
    }
    return true
  }

  private mutating func readBlock(_ index: Int, quote: String, _ text: Substring) {
    guard !text.isBlank else {
      endParagraph(before: index)
      isInHTML = false
      return
    }
    var column = text.indentation
    items.removeAll { $0 > column }
    guard column - (items.last ?? 0) < 4 else {
      // The rest of a paragraph, or an indented code block: that is no text.
      return
    }
    var body = text.dropFirst(column)
    while let width = body.listMarkerWidth {
      endParagraph(before: index)
      column += width
      body = body.dropFirst(width)
      items.append(column)
    }
    readContent(index, prefix: quote + String(repeating: " ", count: column), body)
  }

  /// Reads what stands behind quote marks and list markers.
  private mutating func readContent(_ index: Int, prefix: String, _ body: Substring) {
    if let opening = body.fenceOpening {
      endParagraph(before: index)
      if isInHTML {
        mistakes.append(
          (index, "a fence within HTML is none: leave a line blank before"))
      }
      openFence = Fence(
        opening: index, closing: index, prefix: prefix, character: opening.character,
        length: opening.length, info: opening.info)
    } else if body.hasPrefix("<!--"), !body.contains("-->") {
      endParagraph(before: index)
      (paragraphStart, isInComment) = (index, true)
    } else if isInHTML || body.startsHTML {
      isInHTML = true
      paragraphStart = paragraphStart ?? index
    } else if let level = body.headingLevel {
      endParagraph(before: index)
      addHeading(index..<index + 1, level, body.headingText)
    } else if let start = paragraphStart, let level = body.underlineLevel {
      let text = lines[start..<index].map { $0.text.trimmed }.joined(separator: " ")
      addHeading(start..<index, level, text)
    } else {
      paragraphStart = paragraphStart ?? index
    }
  }

  private mutating func addHeading(_ lines: Range<Int>, _ level: Int, _ text: String) {
    headings.append(Heading(line: lines.lowerBound, level: level, text: text))
    paragraphs.append(lines)
    paragraphStart = nil
  }

  private mutating func endParagraph(before index: Int) {
    if let start = paragraphStart { paragraphs.append(start..<index) }
    paragraphStart = nil
  }

  private mutating func abandonFence() {
    guard let fence = openFence else { return }
    mistakes.append((fence.opening, "the fence is never closed"))
    openFence = nil
  }
}
