import Foundation

/// What is wrong with a book's links and pictures.
///
/// Addresses of the web are left alone: whether they are reachable is no property of the
/// package.
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
    book.links.compactMap { link in
      (mistake(inTarget: link.target) ?? mistake(inNumberOf: link))
        .map { Problem(book.path, link.line + 1, $0) }
    }
      + book.pictures.compactMap { picture in
        let mistake =
          picture.alt.split(separator: " ").count < 3
          ? "\(picture.path) needs a text that says what it shows"
          : mistake(inTarget: picture.path)
        return mistake.map { Problem(book.path, picture.line + 1, $0) }
      }
  }

  /// What is wrong with where a link leads.
  private func mistake(inTarget target: String) -> String? {
    if target.isEmpty { return "the link leads nowhere" }
    if target.contains("://") || target.hasPrefix("mailto:") { return nil }
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

  /// What is wrong with the number in a text such as `exercise 4`, if its heading is
  /// another's.
  private func mistake(inNumberOf link: Book.Link) -> String? {
    guard link.target.hasPrefix("#"),
      let heading = anchors[String(link.target.dropFirst())],
      let match = link.text.lowercased().firstMatch(
        of: /\b(chapter|exercise|erratum) (\d+)/),
      let number = Int(match.2)
    else { return nil }
    let isRight =
      switch match.1 {
      case "chapter":
        book.headings.last { $0.level == 2 && $0.line <= heading.line }?.number
          == number
      case "exercise":
        book.exercises.contains { line, other in
          other == number && book.headings.last { $0.line <= line } == heading
        }
      default: heading.number == number
      }
    return isRight ? nil : "\(heading.text) is not, or has no, \(match.0)"
  }

  private func isHeading(_ anchor: String, in path: String) -> Bool {
    if path.isEmpty || path == book.path { return anchors[anchor] != nil }
    guard path.hasSuffix(".md"), let text = try? workspace.text(path) else {
      return false
    }
    return Book(text).anchors[anchor] != nil
  }
}
