import Testing

@testable import BookKit

/// The names of headings, as GitHub's renderer gives them.
@Suite struct AnchorTests {
  @Test(arguments: [
    ("A walk", "a-walk"), ("What it prints!", "what-it-prints"), ("1. Loss", "1-loss"),
    ("`matmul` and `relu`", "matmul-and-relu"),
    ("**Bold** _and_ *more*", "bold-and-more"),
    ("snake_case", "snake_case"), ("f(x) = x²", "fx--x"), ("梯度下降", "梯度下降"),
    ("Python ↔ Swift", "python--swift"), ("[A link](to.md) here", "a-link-here"),
    ("Über—Maß", "übermaß"), ("a - b", "a---b"), ("<b>Tag</b>", "tag"),
    ("784–512", "784512"), ("`a_b` `_c`", "a_b-_c"), ("a \\* b", "a--b"), ("", ""),
  ])
  func aHeadingsName(heading: String, name: String) {
    #expect(anchorName(of: heading) == name)
  }

  private func anchors(_ text: String) -> Set<String> {
    let markdown = Markdown(text)
    return markdown.anchors(markdown.inlines)
  }

  @Test func headingsOfTheSameNameAreCounted() {
    #expect(anchors("# A\n## A\n# B\n# a") == ["a", "a-1", "b", "a-2"])
  }

  @Test func underlinedAndClosedAndQuotedAndListedHeadings() {
    #expect(
      anchors("One\n===\n\nTwo\nmore\n---\n\n## Three ##\n\n> # Four\n\n- # Five\n")
        == ["one", "two-more", "three", "four", "five"])
  }

  @Test func whatIsNoHeading() {
    #expect(
      anchors(
        "#no\n\n    # no\n\n```sh\n# no\n```\n<div>\n# no\n</div>\n\n####### no\n")
        == [])
  }

  @Test func explicitAnchors() {
    #expect(
      anchors(
        "<a id=\"x\"></a> <a name='y'></a>\n\n<details id=z>\n\n`<a id=\"no\">`\n")
        == ["x", "y", "z"])
  }
}
