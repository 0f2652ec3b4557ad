import Foundation

/// What is wrong with a book's links and pictures.
///
/// Addresses of the web are left alone: whether they are reachable is no property of the
/// package.
struct LinkCheck {
  private let book: Book
  private let workspace: Workspace
  private let definitions: Set<String>
  private let anchors: Set<String>

  init(_ book: Book, in workspace: Workspace) {
    self.book = book
    self.workspace = workspace
    definitions = Set(
      book.inlines.compactMap { placed in
        if case .definition(let label, _) = placed.inline {
          label.lowercased()
        } else {
          nil
        }
      })
    anchors = book.markdown.anchors(book.inlines)
  }

  /// All problems, in the book's order.
  var problems: [Problem] {
    book.inlines.compactMap { placed in
      message(placed.inline).map { Problem(book.path, placed.line + 1, $0) }
    }
  }

  private func message(_ inline: Inline) -> String? {
    switch inline {
    case .link(let target): return mistake(inTarget: target)
    case .definition(let label, let target):
      return label.hasPrefix("^") ? nil : mistake(inTarget: target)
    case .reference(let label):
      return definitions.contains(label.lowercased())
        ? nil : "[\(label)] is defined nowhere"
    case .image(let target, let alt):
      if alt.isEmpty { return "\(target) needs a text that says what it shows" }
      return mistake(inTarget: target)
    case .comment, .anchor: return nil
    }
  }

  /// What is wrong with where a link leads.
  private func mistake(inTarget target: String) -> String? {
    if target.isEmpty { return "the link leads nowhere" }
    if target.contains("://") || target.hasPrefix("mailto:") { return nil }
    let parts = target.split(
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = String(parts[0]).removingPercentEncoding ?? String(parts[0])
    let anchor = parts.count == 2 ? String(parts[1]) : nil
    if !path.isEmpty {
      guard workspace.holds(path) else { return "\(path) is outside of the package" }
      guard workspace.exists(path) else { return "there is no file \(path)" }
    }
    guard let anchor else { return nil }
    return isThere(anchor.removingPercentEncoding ?? anchor, in: path)
      ? nil : "there is no anchor #\(anchor)" + (path.isEmpty ? "" : " in \(path)")
  }

  private func isThere(_ anchor: String, in path: String) -> Bool {
    if path.isEmpty || path == book.path { return anchors.contains(anchor) }
    guard let text = try? workspace.text(path) else { return false }
    if path.hasSuffix(".md") {
      let other = Markdown(text)
      return other.anchors(other.inlines).contains(anchor)
    }
    // Lines of a source, as GitHub names them: #L12 and #L12-L30.
    let numbers = anchor.split(separator: "-").map { part in
      part.hasPrefix("L") ? Int(part.dropFirst()) : nil
    }
    let count = Line.all(of: text).count
    return (1...2).contains(numbers.count)
      && numbers.allSatisfy { $0.map { (1...max(1, count)).contains($0) } ?? false }
  }
}
