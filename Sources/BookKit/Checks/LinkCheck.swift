import Foundation

/// What is wrong with a book's links, pictures, and paths such as `Sources/Tensors`.
///
/// Whether an address of the web is reachable is no property of the package.
struct LinkCheck {
  private let book: Book
  private let workspace: Workspace
  private let anchors: [String: Book.Heading]

  init(_ book: Book, in workspace: Workspace) {
    self.book = book
    self.workspace = workspace
    anchors = book.anchors
  }

  /// All problems.
  var problems: [Problem] {
    func problems(_ mistake: String?, _ line: Int) -> [Problem] {
      mistake.map { [Problem(book.path, line + 1, $0)] } ?? []
    }
    return book.links.flatMap {
      problems(mistake(inTarget: $0.target) ?? mistake(inNumbersOf: $0), $0.line)
    }
      + book.pictures.flatMap {
        problems(mistake(inText: $0) ?? mistake(inTarget: $0.path), $0.line)
      }
      + book.code.flatMap { problems(mistake(inPath: $0.text), $0.line) }
  }

  /// Three words say something, and Chinese needs no space between them.
  private func mistake(inText picture: Book.Picture) -> String? {
    let hasWords =
      picture.alt.split { $0 == " " }.count + picture.alt.count { $0.isWide } > 2
    return hasWords ? nil : "\(picture.path) needs a text that says what it shows"
  }

  /// What is wrong with code that reads as a path in the package.
  private func mistake(inPath code: String) -> String? {
    guard code.contains("/"), !code.hasPrefix("/"),
      code.wholeMatch(of: /[\w.\/-]+/) != nil
    else { return nil }
    return workspace.exists(code) ? nil : "there is no file \(code)"
  }

  /// What is wrong with where a link leads.
  private func mistake(inTarget target: String) -> String? {
    if target.isEmpty { return "the link leads nowhere" }
    if target.contains(":") {
      let isAddress =
        target.wholeMatch(of: /https?:\/\/[\w-]+(\.[\w-]+)+(\/.*)?/) != nil
      return isAddress
        ? nil : "expected a path or an address of the web, found \(target)"
    }
    let parts = target.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(parts[0]).removingPercentEncoding ?? String(parts[0])
    if !path.isEmpty {
      guard workspace.holds(path) else { return "\(path) is outside of the package" }
      guard workspace.exists(path) else { return "there is no file \(path)" }
    }
    guard parts.count == 2 else { return nil }
    let anchor = String(parts[1]).removingPercentEncoding ?? String(parts[1])
    return isHeading(anchor, in: path)
      ? nil : "there is no heading #\(anchor)" + (path.isEmpty ? "" : " in \(path)")
  }

  /// What is wrong with a number in a text such as `exercise 4`, if its heading is
  /// another's.
  private func mistake(inNumbersOf link: Book.Link) -> String? {
    guard link.target.hasPrefix("#"),
      let heading = anchors[String(link.target.dropFirst())]
    else { return nil }
    let wrong = Quotation.all(in: link.text).first { quotation in
      switch quotation.kind {
      case .chapter:
        book.headings.last { $0.level == 2 && $0.line <= heading.line }?.number
          != quotation.number
      case .exercise:
        !book.exercises.contains { line, number in
          number == quotation.number
            && book.headings.last { $0.line <= line } == heading
        }
      case .erratum: heading.number != quotation.number
      }
    }
    return wrong.map { "\(heading.text) is not, or has no, \($0.text)" }
  }

  private func isHeading(_ anchor: String, in path: String) -> Bool {
    if path.isEmpty || path == book.path { return anchors[anchor] != nil }
    guard path.hasSuffix(".md"), let text = try? workspace.text(path) else {
      return false
    }
    return Book(text).anchors[anchor] != nil
  }
}
