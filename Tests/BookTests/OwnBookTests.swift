import TestSupport
import Testing

/// The package's own book, as `make test` and a reader have it.
@Suite struct OwnBookTests {
  @Test func allThatItSaysIsWhatItsCommandsWrite() throws {
    let run = try ProgramRun(
      "book",
      [
        "--run", "--check", "--package", package.path, "--programs",
        products.path,
      ])
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors == "")
  }
}
