import Testing

/// The package's own book, as `make test` and a reader have it.
@Suite struct OwnBookTests {
  @Test func allThatItSaysIsWhatItsCommandsWrite() throws {
    let run = try BookRun(
      [
        "--run", "--check", "--package", package.path, "--programs",
        BookRun.products.path,
      ])
    #expect(run.status == 0)
    #expect(run.output == "")
    #expect(run.errors == "")
  }
}
