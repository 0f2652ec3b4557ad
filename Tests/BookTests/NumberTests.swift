import Testing

@testable import BookKit

/// Numbers of the prose are proven, or they are errors.
@Suite struct NumberTests {
  @Test(arguments: [
    "In 1986, all 10 of them: 0.",
    "Half of it, 0.5, and 1.00 or 1, and `42`: 42 of $17$: 17.",
    "with Swift 6.3 and float32 and *Nature* 323", "[erratum 12](#it-prints)",
    "It has **420**<!-- book:expr 20 * 21 %d -->: 420.",
    "| 12,345 |\n|---|\n| 99 |\n\n12345, 99",
  ])
  func aNumberThatIsProven(text: String) throws {
    #expect(
      try problems(appending: text).filter {
        $0.contains("stands nowhere")
      } == [])
  }

  @Test(arguments: [
    ("11 of them", "11"), ("about 0.51", "0.51"), ("a 1,234.5", "1234.5"),
  ])
  func aNumberThatStandsNowhereElse(text: String, number: String) throws {
    #expect(
      try problems(appending: text) == [
        "\(number) stands nowhere else in its chapter: it needs a book:value "
          + "or book:expr"
      ])
  }

  @Test func aChapterKnowsItsOwnNumbersOnly() throws {
    let text = "## 1 A\n\n`77`\n\n## 2 B\n\n77\n\n## Appendix\n\n77"
    #expect(try problems(appending: text).count == 1)
  }

  @Test(arguments: [
    ("784 * 512 + 512", 401_920), ("(1 + 2) * (3 - 4) / 2", -1.5), ("2^3^2", 512),
    ("0.9^2", 0.81), ("2", 2), ("8 - 4 - 2", 2),
  ])
  func calculations(text: String, value: Double) {
    #expect(Expression(text)?.value == value)
  }

  @Test(arguments: ["", "1 +", "(1", "1)", "a", "1 2 +", "--1", "1..2"])
  func whatIsNoCalculation(text: String) {
    #expect(Expression(text) == nil)
  }

  @Test(arguments: [("rate", "0.5"), ("style", "plain")])
  func whatAnOptionIs(name: String, standard: String) throws {
    let package = try SmallPackage()
    try package.append("**1**<!-- book:option Walk \(name) -->")
    #expect(try package.refreshed().contains("**\(standard)**<!--"))
  }

  @Test(arguments: [("Walk", "fast"), ("Walk", "speed"), ("Wolk", "rate")])
  func anOptionWithoutADefault(program: String, option: String) throws {
    #expect(
      try problems(
        appending: "**1**<!-- book:option \(program) \(option) -->") == [
          "\(program) --\(option) has no default"
        ])
  }

  @Test func aCommentThatGitHubShows() throws {
    #expect(
      try problems(appending: "**1**<!-- book:option Walk --rate -->") == [
        "a comment with -- in it is shown by GitHub, "
          + "found book:option Walk --rate"
      ])
  }

  @Test func aCalculationIsRefreshed() throws {
    let package = try SmallPackage()
    try package.append("**1**<!-- book:expr 2^10 %,d -->")
    #expect(try package.refreshed().contains("**1,024**<!--"))
  }
}
