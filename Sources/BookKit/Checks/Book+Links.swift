import Foundation

extension Book {
  /// Whether the links, the pictures, and paths such as `Sources/Tensors` lead somewhere,
  /// and where their texts say.
  ///
  /// Whether an address of the web is reachable is no property of the package.
  mutating func checkLinks(in workspace: Workspace) {
    let anchors = anchors
    for link in links {
      if let mistake = mistake(inTarget: link.target, anchors, workspace) {
        complain(link.line, mistake)
      } else if link.target.hasPrefix("#"),
        let heading = anchors[String(link.target.dropFirst())]
      {
        for quotation in Quotation.all(in: link.text)
        where !isTrue(quotation, of: heading) {
          complain(link.line, "\(heading.text) is not, or has no, \(quotation.text)")
        }
      }
    }
    for picture in pictures {
      // Three words say something, and Chinese needs no space between them.
      let words = picture.text.split(separator: " ").count
      if words + picture.text.count(where: \.isWide) < 3 {
        complain(picture.line, "\(picture.target) needs a text that says what it shows")
      } else if let mistake = mistake(inTarget: picture.target, anchors, workspace) {
        complain(picture.line, mistake)
      }
    }
    for code in code where code.text.isPath && !workspace.exists(code.text) {
      complain(code.line, "there is no file \(code.text)")
    }
  }

  /// What is wrong with where a link leads.
  private func mistake(
    inTarget target: String, _ anchors: [String: Heading], _ workspace: Workspace
  ) -> String? {
    if target.isEmpty { return "the link leads nowhere" }
    if target.contains(":" as Character) {
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
    guard parts.count == 2 else { return nil }
    let known =
      path.isEmpty || path == self.path
      ? anchors : (try? workspace.text(path)).map { Book($0).anchors } ?? [:]
    return known[parts[1]] != nil
      ? nil : "there is no heading #\(parts[1])" + (path.isEmpty ? "" : " in \(path)")
  }

  /// Whether the heading has the number that a link to it quotes.
  private func isTrue(_ quotation: Quotation, of heading: Heading) -> Bool {
    switch quotation.kind {
    case .chapter: chapter(of: heading.line)?.number == quotation.number
    case .exercise:
      exercises.contains { line, number in
        number == quotation.number && headings.last { $0.line <= line } == heading
      }
    case .erratum: heading.number == quotation.number
    }
  }
}

extension String {
  /// Whether it reads as a path in the package.
  fileprivate var isPath: Bool {
    // A Character: for a string Foundation would look, and take longer.
    contains("/" as Character) && !hasPrefix("/")
      && allSatisfy { $0.isLetter || $0.isNumber || "_./-".contains($0) }
  }
}
