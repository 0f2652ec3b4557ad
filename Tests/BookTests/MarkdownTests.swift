import Testing

@testable import BookKit

/// Where code is, and where text.
@Suite struct MarkdownTests {
  /// The lines of the fences, counted from 1, as `opening-closing language`.
  private func fences(_ text: String) -> [String] {
    Markdown(text).fences.map { "\($0.opening + 1)-\($0.closing + 1) \($0.info)" }
  }

  private func mistakes(_ text: String) -> [String] {
    Markdown(text).mistakes.map { "\($0.line + 1) \($0.message)" }
  }

  private func comments(_ text: String) -> [String] {
    Markdown(text).inlines.compactMap {
      if case .comment(let text) = $0.inline { "\($0.line + 1) \(text)" } else { nil }
    }
  }

  @Test func nothing() {
    #expect(fences("") == [])
    #expect(fences("\n\n") == [])
    #expect(fences("text") == [])
  }

  @Test(arguments: [
    ("```\n```", ["1-2 "]),
    ("``` swift title \na\n```\n", ["1-3 swift title"]),
    ("~~~sh\n```\n~~~", ["1-3 sh"]),
    ("````md\n```swift\n```\n````", ["1-4 md"]),
    ("```\n``\n````", ["1-3 "]),
    ("   ```sh\n   a\n  ```", ["1-3 sh"]),
    ("text\n```sh\n```\ntext", ["2-3 sh"]),
    ("- a\n\n  ```sh\n  b\n  ```\n", ["3-5 sh"]),
    ("1. a\n   - b\n\n     ```sh\n\n     b\n     ```\n", ["4-7 sh"]),
    ("- ```sh\n  a\n  ```", ["1-3 sh"]),
    ("10) ```sh\n    a\n    ```", ["1-3 sh"]),
    ("> ```sh\n> a\n> ```", ["1-3 sh"]),
    ("> - ```sh\n>   > a\n>   ```", ["1-3 sh"]),
    ("<details>\n<summary>x</summary>\n\n```sh\n```\n\n</details>", ["4-5 sh"]),
    ("<!-- a\n```\n-->\n```sh\n```", ["4-5 sh"]),
    ("# a\n```sh\n```\n# b", ["2-3 sh"]),
    ("```sh\r\na\r\n```\r\n", ["1-3 sh"]),
    ("```sh\n    ```\n```", ["1-3 sh"]),
  ])
  func fencesOf(text: String, expected: [String]) {
    #expect(fences(text) == expected)
    #expect(mistakes(text) == [])
  }

  @Test(arguments: [
    "``", "`` ``", "``` a`b\n", "    ```\n", "a `x` ```\n", "- a\n\n      ```\n",
  ])
  func whatIsNoFence(text: String) {
    #expect(fences(text) == [])
    #expect(mistakes(text) == [])
  }

  @Test(arguments: [
    "```sh\na", "~~~\n```", "- ```sh\n  a\nb\n", "> ```sh\n> a\nb", "````\n```",
  ])
  func aFenceThatIsNeverClosed(text: String) {
    #expect(fences(text) == [])
    #expect(mistakes(text) == ["1 the fence is never closed"])
  }

  @Test func aFenceWithinHTMLIsText() {
    #expect(
      mistakes("<details>\n<summary>x</summary>\n```sh\n```") == [
        "3 a fence within HTML is none: leave a line blank before"
      ])
  }

  @Test(arguments: [
    ("<!-- a -->", ["1 a"]),
    ("a\nb <!-- c --> d <!--e-->", ["2 c", "2 e"]),
    ("<!-- a\nb -->", ["1 a\nb"]),
    ("```\n<!-- a -->\n```", []),
    ("> ```\n> <!-- a -->\n> ```", []),
    ("    <!-- a -->", []),
    ("`<!-- a -->`", []),
    ("``x ` <!-- a -->``", []),
    ("a ` b\n\n<!-- c --> `", ["3 c"]),
    ("`a\n<!-- b -->`", []),
    ("$<!-- a -->$", []),
    ("it costs $5 <!-- a --> or $6", ["1 a"]),
    ("| a | **1**<!-- b --> |\n|---|---|\n| c | d<!-- e --> |", ["1 b", "3 e"]),
    ("<details>\n<!-- a -->\n\n</details>", ["2 a"]),
    ("- a\n  <!-- b -->\n  ```sh\n  ```", ["2 b"]),
    ("<!-- never closed", []),
    ("~~~\n<!--\n~~~\n<!-- a -->", ["4 a"]),
  ])
  func commentsOutsideOfCode(text: String, expected: [String]) {
    #expect(comments(text) == expected)
  }
}
