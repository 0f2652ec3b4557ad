import Foundation
import Tensors
import Testing

@testable import Digits

@Suite struct ByteSourceTests {
  let scratch = try! Scratch()

  @Test func refusesWhatIsNotThere() {
    expectRefusal(at: "\(scratch.folder)/none", "No such file")
  }

  @Test func refusesAFolder() {
    expectRefusal(at: scratch.folder, "a folder")
  }

  @Test func refusesADevice() {
    expectRefusal(at: "/dev/zero", "a pipe or device")
  }

  @Test func refusesAPipeWithoutWaitingForItsOtherEnd() async {
    await #expect(processExitsWith: .success) {
      alarm(10)
      let scratch = try Scratch()
      let path = "\(scratch.folder)/pipe"
      #expect(mkfifo(path, 0o600) == 0)
      expectFault(in: path, "a pipe or device") { try Tensor<UInt8>(idx: path) }
    }
  }

  @Test(.enabled(if: geteuid() != 0, "root may read everything"))
  func refusesAFileThatMustNotBeRead() throws {
    let path = try scratch.write(idx(0x08, [1], [1]))
    #expect(chmod(path, 0) == 0)
    expectRefusal(at: path, "Permission denied")
  }

  @Test func saysItInOneLineWhateverThePath() {
    do {
      _ = try Tensor<UInt8>(idx: "no\nsuch\tfile")
      Issue.record("read without an error")
    } catch {
      #expect(error.description.hasPrefix("no\\u{a}such\\u{9}file: expected "))
    }
  }

  @Test func leavesNoFileOpen() async {
    await #expect(processExitsWith: .success) {
      limit(RLIMIT_NOFILE, to: 64)
      let scratch = try Scratch()
      let good = try scratch.write(idx(0x08, [1], [1]), as: "good")
      let bad = try scratch.write(gzipped(idx(0x08, [2], [1])), as: "bad")
      for _ in 0..<100 {
        #expect(try Tensor<UInt8>(idx: good).scalars == [1])
        expectFault(in: bad, "found 1") { try Tensor<UInt8>(idx: bad) }
        expectFault(in: scratch.folder, "found a folder") {
          try Tensor<UInt8>(idx: scratch.folder)
        }
      }
    }
  }

  private func expectRefusal(at path: String, _ found: String) {
    expectFault(in: path, found) { try Tensor<UInt8>(idx: path) }
  }
}
