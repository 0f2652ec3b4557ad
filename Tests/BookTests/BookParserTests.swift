import Testing

@testable import BookKit

/// The Markdown that the book writes is read, and all else is refused with its line.
@Suite struct BookParserTests {
  private func book(_ text: String) -> Book {
    Book(TextFile(path: "b.md", bytes: Array((text + "\n").utf8)))
  }

  /// The problems, as `LINE MESSAGE`.
  private func problems(_ text: String) -> [String] {
    book(text).problems.inOrder.map { "\($0.line!) \($0.message)" }
  }

  // Fences

  @Test(arguments: [
    ("```math\n```", ["1-2 math"]), ("````math\n````", ["1-2 math"]),
    ("```math\n````", ["1-2 math"]),
    ("text\n```math\n# no\n[a](b)\n```\ntext", ["2-5 math"]),
    ("<details>\n<summary>x</summary>\n\n```math\n```\n\n</details>", ["4-5 math"]),
    ("# a\n```math\n    ```\n```\n# b", ["2-4 math"]), ("", []),
  ])
  func fencesOf(text: String, expected: [String]) {
    let book = book(text)
    #expect(
      book.fences.map { "\($0.opening + 1)-\($0.closing + 1) \($0.language)" }
        == expected)
    #expect(book.problems == [])
    #expect(book.links == [])
  }

  @Test(arguments: [
    ("```math\na", "1 the fence is never closed"),
    ("a\n````math\n`````\n````math\n", "4 the fence is never closed"),
    ("```math\na\n```math\nb\n```", "1 the fence is not closed before that of line 3"),
    ("````math\n```\n````", "1 the fence is not closed before that of line 2"),
    ("```math\n  ```\n```", "1 the fence is not closed before that of line 2"),
    (
      "```math\na\n<!-- book:skip a -->\n```math\nb\n```",
      "1 the fence is not closed before the mark of line 3"
    ),
    ("  ```math\n", "1 expected a fence of backticks at the beginning of the line"),
    ("~~~sh\n", "1 expected a fence of backticks at the beginning of the line"),
    ("> ```math\n", "1 expected a fence of backticks at the beginning of the line"),
    (
      "- a\n\n  ```math\n",
      "3 expected a fence of backticks at the beginning of the line"
    ),
    (
      "```\n",
      "1 expected a fence's language (math, python, sh, swift, text), found none"
    ),
    (
      "```Swift\n```",
      "1 expected a fence's language (math, python, sh, swift, text), found Swift"
    ),
    ("    let a", "1 expected text, found code that is indented: it needs a fence"),
    ("\tlet a", "1 expected text, found code that is indented: it needs a fence"),
  ])
  func aFenceThatIsRefused(text: String, message: String) {
    #expect(problems(text).first == message)
  }

  /// Whichever of the lines of backticks goes, nothing is taken for the fence's content
  /// that was none.
  @Test(arguments: [3, 5, 7, 9]) func noTextIsLostWithALineOfBackticks(line: Int) throws
  {
    let package = try SmallPackage()
    var lines = """
      # A

      ```math
      one
      ```
      <!-- book:output Output/1-Walk/log.txt#steps -->
      ```text
      two
      ```
      three

      """.split(separator: "\n", omittingEmptySubsequences: false)
    lines.remove(at: line - 1)
    let text = lines.joined(separator: "\n")
    try package.write("book.md", text)
    #expect(try package.run().status == 1)
    #expect(try package.read("book.md") == text)
  }

  // Headings, pictures, tags

  @Test(arguments: [
    ("#a", "1 expected a heading such as ## Text, found #a"),
    ("# a #", "1 expected a heading such as ## Text, found # a #"),
    ("####### a", "1 expected a heading such as ## Text, found ####### a"),
    ("a\n===", "2 expected text, found a line: headings begin with #"),
    ("a\n\n---", "3 expected text, found a line: headings begin with #"),
    ("a ![b](c.png)", "1 expected ![text](path) alone on its line"),
    ("![b](c.png) d", "1 expected ![text](path) alone on its line"),
    ("[![b](c.png)](d)", "1 expected ![text](path) alone on its line"),
    ("a  \nb", "1 white space at the end of the line"),
    ("[a][b]", "1 expected a link such as [text](target)"),
    ("a[^1]", "1 expected a link such as [text](target)"),
    ("[a](b c)", "1 expected a link such as [text](target)"),
    ("a `b", "1 code is never closed"), ("a\n$b", "2 a formula is never closed"),
    ("a **b", "1 ** is never closed"),
  ])
  func aLineThatIsRefused(text: String, message: String) {
    #expect(problems(text) == [message])
  }

  @Test(arguments: [
    ("<pre>", "expected <details>, <summary>…</summary> or </details>, found <pre>"),
    (
      "a <b>c</b>",
      "expected <details>, <summary>…</summary> or </details> on a line of its own"
    ),
    (
      "/details>",
      "expected <details>, <summary>…</summary> or </details> on a line of its own"
    ),
    ("<details>\n", "<details> is never closed"),
    (
      "<details>\n\n</details>",
      "expected <summary>…</summary> after <details>, and blank lines around both"
    ),
    (
      "<details>\n<summary>a</summary>\nb\n\n</details>",
      "expected <summary>…</summary> after <details>, and blank lines around both"
    ),
    (
      "<details>\n<summary>a</summary>\n\nb\n</details>",
      "expected a blank line before and after </details>"
    ),
    ("a\n\n</details>", "</details> closes nothing"),
    (
      "<summary>a</summary>",
      "expected <details>, <summary>…</summary> or </details>, found <summary>a</summary>"
    ),
    (
      "<details>\n<summary>a</summary>\n\n<details>\n<summary>b</summary>\n\n</details>",
      "<details> begins within that of line 1"
    ),
  ])
  func aTagThatIsRefused(text: String, message: String) {
    #expect(problems(text).contains { $0.hasSuffix(message) })
  }

  // Marks and bold numbers

  private let value = "<!-- book:value Output/log.txt#a %d -->"

  @Test func valuesOutsideOfCode() {
    let text = "a `**1**` **2**\(value) é **3**\(value)\n| **4**\(value) |"
    let marks = book(text).marks
    #expect(marks.map(\.line) == [0, 0, 1])
    #expect(
      marks.map(\.subject) == [.number(12..<13), .number(60..<61), .number(4..<5)])
    #expect(problems(text) == [])
  }

  @Test(arguments: [
    ("`**1**@`", "1 a mark within code or a formula marks nothing"),
    ("$**1**@$", "1 a mark within code or a formula marks nothing"),
    ("a **1**<!-- book:value", "1 <!-- is never closed"),
    ("a **1**<!- book:value a -->", "1 **1** needs a book:value behind it"),
    ("a\n**1,234.5**", "2 **1,234.5** needs a book:value behind it"),
    ("**88.15%**", "1 **88.15%** needs a book:value behind it"),
    ("**−1e-05**", "1 **−1e-05** needs a book:value behind it"),
    ("a book:value b", "1 expected a mark such as <!-- book:run -->"),
    ("a -->", "1 --> closes nothing"),
    ("<!-- book:run --> <!-- book:run -->", "1 the mark must stand alone on its line"),
    ("<!-- book:run", "1 the mark must stand alone on its line"),
    ("a <!-- book:run -->", "1 the mark must stand alone on its line"),
  ])
  func aMarkThatVanishes(text: String, message: String) {
    #expect(problems(text.replacing("@", with: value)).contains(message))
  }

  @Test(arguments: [
    "**(6, 1) is not (6,).**", "**float32**", "**1. A**\n\n**2. B**\n\n# C\n**1. D**",
  ])
  func boldTextThatIsNoNumber(text: String) {
    #expect(problems(text) == [])
  }

  @Test func exercisesAreNumberedInOrder() {
    #expect(
      problems("**1. A**\n\n**3. B**\n\n**4. C**\n\n# D\n\n**2. E**")
        == ["3 expected exercise 2, found 3", "9 expected exercise 1, found 2"])
  }

  // Headings' names, as GitHub's renderer gives them

  @Test(arguments: [
    ("A walk", "a-walk"), ("What it prints!", "what-it-prints"), ("1. Loss", "1-loss"),
    ("`matmul` and `relu`", "matmul-and-relu"), ("**Bold** *more*", "bold-more"),
    ("snake_case", "snake_case"), ("f(x) = x²", "fx--x"), ("梯度下降", "梯度下降"),
    ("Python ↔ Swift", "python--swift"), ("Über—Maß", "übermaß"), ("a - b", "a---b"),
  ])
  func aHeadingsName(heading: String, name: String) {
    #expect(Book.anchor(of: heading) == name)
  }

  @Test func headingsOfTheSameNameAreCounted() {
    #expect(
      book("# A\n## A\n# B\n# a").anchors.keys.sorted() == ["a", "a-1", "a-2", "b"])
  }
}
