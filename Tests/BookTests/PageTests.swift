import Testing

@testable import BookKit

/// What GitHub would show otherwise than it is meant is found.
@Suite struct PageTests {
  @Test(arguments: [
    "x", "\\frac{1}{2}", "\\left(\\frac{a}{b}\\right)^2", "\\{a\\}",
    "\\sum_{i=1}^{n} x_i",
    "\\begin{aligned} a &= b \\\\ c &= d \\end{aligned}", "\\text{a b}", "a \\, b",
  ])
  func aFormulaThatGitHubShows(formula: String) {
    #expect(Book.mistakes(inFormula: formula) == [])
  }

  @Test(arguments: [
    (" ", "expected a formula, found none"), ("\\frac{1}{2", "{ is never closed"),
    ("a}", "expected { before }, found none"),
    ("\\farc{1}{2}", "expected a command that GitHub knows, found \\farc"),
    ("\\left(a", "\\left is never closed"),
    ("a\\right)", "expected \\left before \\right, found none"),
    ("\\begin{a}b", "\\begin{a} is never closed"),
    ("{\\left( }", "expected { before }, found none"),
  ])
  func aFormulaThatGitHubDoesNotShow(formula: String, mistake: String) {
    #expect(Book.mistakes(inFormula: formula).first == mistake)
  }

  @Test func formulasAreLookedAtWhereTheyStand() throws {
    #expect(
      try problems(appending: "a $\\su x$\n\n```math\n\\frac{a}{b\n```")
        == [
          "expected a command that GitHub knows, found \\su in the formula \\su x",
          "+2: { is never closed in the formula \\frac{a}{b",
        ])
  }

  @Test(arguments: [
    "($x$) is $y$, so $z$…", "所以 $x$是", "| $x$ |$y$ |\n|---|---|\n| | |",
  ])
  func dollarsThatGitHubTakesForAFormula(text: String) throws {
    #expect(try problems(appending: text) == [])
  }

  @Test(arguments: ["a$x$", "$x$a", "$x$1", "所以$x$", "所以，$x$", "−$x$"])
  func dollarsThatGitHubTakesForDollars(text: String) throws {
    #expect(
      try problems(appending: text) == [
        "a formula needs a space before its $ and none of a word behind"
      ])
  }

  @Test(arguments: [
    "**是**又", "**是。** 又", "**是。**，又", "**so.** It", "(**“so”**)", "**是。**",
    "又 **“是”**",
  ])
  func starsThatMakeBold(text: String) throws {
    #expect(try problems(appending: text) == [])
  }

  @Test(arguments: ["**是。**又", "**so.**It", "又**“是”**", "**`x`**又"])
  func starsThatMarkdownTakesForStars(text: String) throws {
    #expect(
      try problems(appending: text) == [
        "** between punctuation and a word needs a space outside"
      ])
  }

  @Test(arguments: [
    ("the chapter\n1. With", "a list or a heading"), ("a\n2) b", "a list or a heading"),
    ("a\n- b", "a list or a heading"), ("a\n  + b", "a list or a heading"),
    ("a\n* b", "a list or a heading"), ("a\n# b", "a list or a heading"),
    ("a\n> b", "a quotation"),
  ])
  func noListByAccident(text: String, what: String) throws {
    #expect(
      try problems(appending: text) == [
        "+1: expected text, found what Markdown takes for \(what)"
      ])
  }

  @Test(arguments: [
    "| a | b |\n|---|:-:|\n| 1 | 2 |", "| a |\n| --- |\n| \\| |\n\nb",
    "<!-- book:skip no table -->\n```text\n| a\n```",
  ])
  func aTableThatGitHubShows(table: String) throws {
    #expect(try problems(appending: table) == [])
  }

  @Test(arguments: [
    (
      "| a | b |\n|---|---|\n| 1 |",
      "+2: expected 2 cells, as in the head, found 1"
    ),
    (
      "| a |\n|---|\n| `a|b` |", "+2: expected 1 cells, as in the head, found 2"
    ),
    ("| a |\n|---|\n| b", "+2: expected | at the end of the row"),
    ("| a |\n| b |\n| c |", "+1: expected a line such as |---|---|"),
    ("| a |\n|---|\nb", "expected a table of a head, dashes and rows"),
    ("| a |", "expected a table of a head, dashes and rows"),
  ])
  func aTableThatGitHubDoesNotShow(table: String, problem: String) throws {
    #expect(try problems(appending: table) == [problem])
  }

  @Test(arguments: [
    ("[chapter 2](#2-two)", nil), ("[chapter 2](#part)", nil), ("[it](#2-two)", nil),
    ("[exercise 1](#part)", nil), ("[Exercise 1 of chapter 2](#part)", nil),
    ("[chapter 3](#2-two)", "2 Two is not, or has no, chapter 3"),
    ("[exercise 2](#part)", "Part is not, or has no, exercise 2"),
    ("[exercise 1](#2-two)", "2 Two is not, or has no, exercise 1"),
    ("[erratum 3](#2-two)", "2 Two is not, or has no, erratum 3"),
  ])
  func aNumberThatALinkQuotes(link: String, problem: String?) throws {
    #expect(
      try problems(
        appending: "\(link)\n\n## 1 One\n\n## 2 Two\n\n### Part\n\n**1. One.** Do it.")
        == [problem].compactMap { $0 })
  }

  @Test(arguments: [
    ("## 1 A\n\n## 3 B", "+2: expected chapter 2, found chapter 3"),
    (
      "## Appendix B: A", "expected appendix A, found appendix B"
    ),
    ("## 附录 B：甲", "expected appendix A, found appendix B"),
    ("## A\n\n### 2. B", "+2: expected number 1, found number 2"),
    (
      "## 1 A\n\n### Exercises of chapter 2",
      "+2: expected chapter 1, found chapter 2"
    ),
    ("## 1 甲\n\n### 第 2 章练习", "+2: expected chapter 1, found chapter 2"),
  ])
  func headingsThatDoNotCount(text: String, problem: String) throws {
    #expect(try problems(appending: text) == [problem])
  }

  @Test func headingsThatCount() throws {
    let text = "## 1 A\n\n### 1. B\n\n### 2. C\n\n## 2 D\n\n### 1. E\n\n"
    #expect(
      try problems(
        appending: text + "### Exercises of chapter 2\n\n## Appendix A: F\n")
        == [])
  }

  @Test(arguments: [
    (
      "中文\n还有",
      "+1: expected Chinese in one line: a line end shows as a gap in it"
    ),
    (
      "中文。\nand",
      "+1: expected Chinese in one line: a line end shows as a gap in it"
    ),
    ("- 中文\n- 还有\n\nwords\nand words", nil), ("中文\n\n还有", nil),
  ])
  func chineseStandsInOneLine(text: String, problem: String?) throws {
    #expect(try problems(appending: text) == [problem].compactMap { $0 })
  }

  @Test(arguments: [
    ("one stap", "stap stands nowhere else: is it step?"), ("one stapler", nil),
    ("one `stap`", nil), ("a step", nil), ("a stap, a stap", nil),
  ])
  func aSlipOfThePenInATable(cell: String, problem: String?) throws {
    #expect(
      try problems(appending: "| \(cell) |\n|---|\n| |\n\nstep, step")
        == [problem].compactMap { $0 })
  }
}
