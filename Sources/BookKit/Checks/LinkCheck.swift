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
    let mistakes =
      book.links.map { link in
        (link.line, mistake(inTarget: link.target) ?? mistake(inNumbersOf: link))
      }
      + book.pictures.map { picture in
        (picture.line, mistake(inText: picture) ?? mistake(inTarget: picture.path))
      } + book.code.map { code in (code.line, mistake(inPath: code.text)) }
    return mistakes.compactMap { line, mistake in
      mistake.map { book.problem(line, $0) }
    }
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
      code.allSatisfy({ $0.isLetter || $0.isNumber || "_./-".contains($0) })
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
      separator: "#", maxSplits: 1, omittingEmptySubsequences: false
    ).map { String($0).removingPercentEncoding ?? String($0) }
    let path = parts[0]
    if !path.isEmpty {
      guard workspace.holds(path) else { return "\(path) is outside of the package" }
      guard workspace.exists(path) else { return "there is no file \(path)" }
    }
    guard parts.count == 2, !isHeading(parts[1], in: path) else { return nil }
    return "there is no heading #\(parts[1])" + (path.isEmpty ? "" : " in \(path)")
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
        book.chapter(of: heading.line)?.number != quotation.number
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
