import Foundation
import Readers
import Tensors
import Testing

@testable import Digits

@Suite struct ByteSourceTests {
  let folder = try! TemporaryFolder()

  @Test func refusesWhatIsNotThere() {
    expectRefusal(at: "\(folder.path)/none", "No such file")
  }

  @Test func refusesAFolder() {
    expectRefusal(at: folder.path, "a folder")
  }

  @Test func refusesADevice() {
    expectRefusal(at: "/dev/zero", "a pipe or device")
  }

  @Test func refusesAPipeWithoutWaitingForItsOtherEnd() async {
    await #expect(processExitsWith: .success) {
      alarm(10)
      let folder = try TemporaryFolder()
      let path = "\(folder.path)/pipe"
      #expect(mkfifo(path, 0o600) == 0)
      expectFault(in: path, "a pipe or device") { try tensor(at: path) }
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func refusesAFileThatMustNotBeRead() throws {
    let path = try folder.write(idx(0x08, [1], [1]))
    #expect(chmod(path, 0) == 0)
    expectRefusal(at: path, "Permission denied")
  }

  @Test func saysItInOneLineWhateverThePath() {
    do {
      _ = try tensor(at: "no\nsuch\tfile")
      Issue.record("read without an error")
    } catch {
      #expect(error.description.hasPrefix("no\\u{a}such\\u{9}file: expected "))
    }
  }

  @Test func leavesNoFileOpen() async {
    await #expect(processExitsWith: .success) {
      limit(RLIMIT_NOFILE, to: 64)
      let folder = try TemporaryFolder()
      let good = try folder.write(idx(0x08, [1], [1]), as: "good")
      let bad = try folder.write(gzipped(idx(0x08, [2], [1])), as: "bad")
      for _ in 0..<100 {
        #expect(try tensor(at: good).scalars == [1])
        expectFault(in: bad, "found 1") { try tensor(at: bad) }
        expectFault(in: folder.path, "found a folder") {
          try tensor(at: folder.path)
        }
      }
    }
  }

  private func expectRefusal(at path: String, _ found: String) {
    expectFault(in: path, found) { try tensor(at: path) }
  }
}
