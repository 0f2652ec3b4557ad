import ChapterKit
import TestSupport
import Testing

@Suite struct TableTests {
  @Test func alignsCellsAtTheirRight() {
    var table = Table(["a": 3, "b ": 4])
    #expect(table.description == "  a  b")
    table.add("1", "22")
    table.add("..")
    #expect(table.description == "  a  b\n  1  22\n ..")
    // A long cell gets its room in all rows.
    table.add("12345", "6789")
    #expect(table.description == "    a    b\n    1    22\n   ..\n12345  6789")
  }

  /// In the widest tables that the options allow no two cells touch.
  @Test(arguments: [
    ("LossFunctions", "--points 100", #"99 and 100 +\S+ +\S+ +\S+"#),
    (
      "GradientDescent", "--rate 1e-5 --steps 1000000 --start 1e7",
      #"\d{6,7} +\S+ +\S+"#
    ),
    (
      "GradientDescent", "--rate 0.1 --steps 5 --start -1.2345678e120",
      #" 0  -1.23457e\+120 1.52416e\+240"#
    ),
  ])
  func columnsStayApart(chapter: String, options: String, row: String) throws {
    let run = try ProgramRun(chapter, options.words, in: TemporaryFolder())
    #expect(run.status == 0)
    let pattern = try Regex("^ *\(row)$").anchorsMatchLineEndings()
    #expect(run.output.contains(pattern), "\(run.output.suffix(500))")
  }
}
