import Foundation
import Plotting
import TestSupport
import Testing

@testable import BookKit

/// `book --run` makes Output/ what the book's commands write, and the book what Output/
/// says; if anything goes wrong, it changes nothing.
@Suite struct RunTests {
  @Test func showsWhatTheCommandsPrint() throws {
    let package = try SmallPackage()
    let run = try package.run("--run")
    #expect(run.status == 0)
    #expect(run.output == "== swift run Walk --rate 0.5\n" + SmallPackage.log)
    #expect(run.errors == "")
  }

  @Test func refreshesOutputAndBook() throws {
    let package = try SmallPackage()
    try package.replace("step 1", by: "step 0", in: "truth/log.txt")
    try package.replace("1.0", by: "0.25", in: "truth/regions.json")
    #expect(try package.run("--run").status == 0)
    #expect(try package.read("Output/1-Walk/log.txt") == "start 4\nstep 2\nstep 0\n")
    #expect(try package.read("book.md").contains("step 2\nstep 0\n```"))
    #expect(try package.read("book.md").contains("**0.25**"))
    #expect(try package.run("--run", "--check").status == 0)
  }

  @Test func removesWhatNoCommandWrites() throws {
    let package = try SmallPackage()
    try package.write("Output/1-Walk/old/loss.csv", "1\n")
    try package.write("Output/.DS_Store", "the system's\n")
    #expect(try package.run("--run").status == 0)
    #expect(!package.exists("Output/1-Walk/old"))
    #expect(package.exists("Output/1-Walk/walk.png"))
    #expect(package.exists("Output/.DS_Store"))
  }

  @Test func writesWhatIsMissing() throws {
    let package = try SmallPackage()
    try package.remove("Output")
    #expect(try package.run("--run").status == 0)
    #expect(try package.read("Output/1-Walk/log.txt") == SmallPackage.log)
    #expect(package.exists("Output/1-Walk/walk.png"))
  }

  @Test func aPictureOfTheSamePixelsKeepsItsBytes() throws {
    let package = try SmallPackage()
    let place = "Output/1-Walk/walk.png"
    // The same picture with a chunk of text in it: CRC and all.
    var bytes = try package.bytes(place)
    bytes.insert(contentsOf: Self.textChunk, at: bytes.count - 12)
    try bytes.write(to: URL(fileURLWithPath: "\(package.root)/\(place)"))
    #expect(try package.run("--run", "--check").status == 0)
    #expect(try package.run("--run").status == 0)
    #expect(try package.bytes(place) == bytes)
  }

  /// A `tEXt` chunk with the key `a` and the text `b`.
  private static let textChunk: [UInt8] = [
    0, 0, 0, 3, 0x74, 0x45, 0x58, 0x74, 0x61, 0, 0x62, 0xDC, 0x49, 0xA2, 0x3B,
  ]

  @Test func aPictureThatIsDamagedIsReplaced() throws {
    let package = try SmallPackage()
    try package.write("Output/1-Walk/walk.png", "no picture")
    #expect(
      try package.run("--run", "--check").errors
        .hasPrefix("Output/1-Walk/walk.png: error: "))
    #expect(try package.run("--run").status == 0)
    #expect(
      try package.bytes("Output/1-Walk/walk.png") == package.bytes("truth/walk.png"))
  }

  /// One error at the command's line, and nothing is changed.
  @Test(arguments: [
    (
      "echo no such rate >&2; exit 3",
      "swift run Walk --rate 0.5 ended with status 3: no such rate"
    ),
    ("kill -9 $$", "swift run Walk --rate 0.5 ended with signal 9: "),
    (
      "cat truth/log.txt; echo more",
      "what swift run Walk --rate 0.5 prints is not the log that it writes"
    ),
  ])
  func aChapterThatFails(program: String, problem: String) throws {
    let package = try SmallPackage()
    try package.replace("cat truth/log.txt", by: program, in: "programs/Walk")
    try package.replace("step 1", by: "step 3")
    let before = try package.read("book.md")
    try package.remove("Output/1-Walk/walk.png")
    let run = try package.run("--run")
    #expect(run.status == 1)
    #expect(run.errors == "book.md:15: error: \(problem)\nnothing has been changed\n")
    #expect(try package.read("book.md") == before)
    #expect(!package.exists("Output/1-Walk/walk.png"))
  }

  @Test func aProgramThatIsNotBuilt() throws {
    let package = try SmallPackage()
    try package.remove("programs/Walk")
    let run = try package.run("--run", "--check")
    #expect(run.status == 1)
    #expect(run.errors.hasPrefix("book.md:15: error: expected the program "))
    #expect(run.errors.hasSuffix("/programs/Walk, found none: run swift build\n"))
  }

  /// Runs with a `swift` that does no more than `script`.
  private func run(
    _ package: SmallPackage, building script: String
  ) throws -> ProgramRun {
    let folder = ".build/triple/debug"
    try package.writeProgram("bin/swift", script)
    try package.writeProgram("\(folder)/Walk", SmallPackage.program)
    let executable = "\(package.root)/\(folder)/book"
    try FileManager.default.copyItem(
      at: products.appendingPathComponent("book"), to: URL(fileURLWithPath: executable))
    return try ProgramRun(
      executable, ["--run", "--check", "--package", package.root],
      environment: ["PATH": "\(package.root)/bin:/usr/bin:/bin"])
  }

  @Test func whatRunsIsBuiltBefore() throws {
    let package = try SmallPackage()
    let root = package.root
    let run = try run(
      package,
      building: """
        echo "$@" >\(root)/arguments
        sed -i.old 's/^cat /echo stale; cat /' \(root)/.build/triple/debug/Walk

        """)
    #expect(
      try package.read("arguments")
        == "build --quiet --package-path \(root) --scratch-path \(root)/.build "
        + "--configuration debug\n")
    #expect(run.errors.contains("what swift run Walk --rate 0.5 prints is not the log"))
  }

  @Test func whatCannotBeBuiltIsNotRun() throws {
    let package = try SmallPackage()
    let run = try run(package, building: "echo Walk.swift:1: error: no; exit 1\n")
    #expect(run.status == 1)
    #expect(
      run.errors == """
        Walk.swift:1: error: no
        book: expected chapters that can be built: swift build failed

        """)
  }

  @Test func anInterruptEndsTheCommandToo() throws {
    let package = try SmallPackage()
    try package.writeProgram(
      "programs/Walk",
      """
      trap 'touch heeded; exit 130' INT
      touch started
      for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do sleep 0.5; done

      """)
    try package.replace(
      "swift run Walk --rate 0.5", by: "swift run Walk\nswift run Walk --fast")
    let run = try package.run("--run", interruptedAt: "started")
    #expect(run.status == 1)
    #expect(run.errors == "book: interrupted: nothing has been changed\n")
    #expect(run.output == "== swift run Walk\n")
    #expect(package.exists("heeded"))
  }

  @Test func twoCommandsMayWriteTheSameButNotAnother() throws {
    let package = try SmallPackage()
    try package.replace(
      "swift run Walk --rate 0.5",
      by: "swift run Walk --rate 0.5\nswift run Walk --fast")
    #expect(try package.run("--run", "--check").status == 0)
    try package.replace(
      "cat truth", by: "echo $$ >>\"$2/1-Walk/regions.json\"\ncat truth",
      in: "programs/Walk")
    let run = try package.run("--run", "--check")
    #expect(run.status == 1)
    #expect(
      run.errors == """
        book.md:16: error: swift run Walk --fast writes another \
        Output/1-Walk/regions.json than swift run Walk --rate 0.5

        """)
  }

  @Test func aBookOfNoCommandsHasNothingToRun() throws {
    let package = try SmallPackage()
    try package.replace("book:run", by: "book:skip no")
    let run = try package.run("--run")
    #expect(run.status == 1)
    #expect(run.errors == "book: book.md has no book:run: there is nothing to run\n")
    #expect(package.exists("Output/1-Walk/log.txt"))
  }

  @Test func aCommandThatIsMisreadIsNotPassedOver() throws {
    let package = try SmallPackage()
    try package.replace("swift run Walk --rate 0.5", by: "swift run Walk\nswift Walk")
    let run = try package.run("--run")
    #expect(run.status == 1)
    #expect(run.errors.contains("book.md:16: error: expected swift run NAME"))
    #expect(run.output == "")
  }
}
