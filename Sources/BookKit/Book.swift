/// A book, read: its blocks, its marks, and everything else that has to be true of it.
struct Book {
  /// The file's name.
  let path: String
  let text: String
  let markdown: Markdown
  let inlines: [Inline.Placed]
  /// The marks, with the fence that those have which need one.
  private(set) var marks: [PlacedMark] = []
  /// What is wrong with the marks themselves.
  private(set) var problems: [Problem] = []

  struct PlacedMark {
    let mark: Mark
    /// The index of its line.
    let line: Int
    /// Where in the line its comment is.
    let columns: Range<Int>
    let fence: Fence?
  }

  init(path: String, text: String) {
    (self.path, self.text) = (path, text)
    markdown = Markdown(text)
    inlines = markdown.inlines
    for (line, message) in markdown.mistakes { complain(line, message) }
    for placed in inlines {
      guard case .comment(let comment) = placed.inline else { continue }
      do throws(WorkspaceError) {
        if let mark = try Mark(comment) { add(mark, placed) }
      } catch {
        complain(placed.line, error.description)
      }
    }
    complainOfUnmarkedFences()
  }

  private mutating func add(_ mark: Mark, _ placed: Inline.Placed) {
    var fence: Fence?
    if mark.needsFence {
      let line = markdown.lines[placed.line].text
      let quoted = line.splitQuote().text
      guard
        quoted.count - quoted.indentation
          == placed.columns.count + line.reversed().prefix(while: \.isWhitespace).count
      else {
        complain(placed.line, "the mark must stand alone on its line")
        return
      }
      fence = markdown.fence(at: placed.line + 1)
      guard let fence else {
        complain(placed.line, "the mark must stand right before a fence")
        return
      }
      if mark == .run, !["sh", "bash", "shell"].contains(fence.language) {
        complain(placed.line, "book:run belongs before a fence of sh")
      }
    }
    marks.append(
      PlacedMark(mark: mark, line: placed.line, columns: placed.columns, fence: fence))
  }

  private mutating func complainOfUnmarkedFences() {
    let marked = Set(marks.compactMap { $0.fence?.opening })
    for fence in markdown.fences where ["swift", "text"].contains(fence.language) {
      // A mark that was misread has been complained of already.
      let before = fence.opening > 0 ? markdown.lines[fence.opening - 1].text : ""
      if marked.contains(fence.opening) || before.contains("<!-- book:") { continue }
      complain(
        fence.opening,
        "a fence of \(fence.language) needs a book:listing, book:output or book:skip before it"
      )
    }
  }

  private mutating func complain(_ line: Int, _ message: String) {
    problems.append(Problem(path, line + 1, message))
  }
}
