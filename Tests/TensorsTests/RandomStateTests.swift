import Foundation
import Testing

@testable import Tensors

@Suite struct RandomStateTests {
  /// Replays NumPy's calls of every kind, in every order that moves the stream.
  @Test func repeatsNumPyBitForBit() throws {
    let url = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("Fixtures/random/random_state.txt")
    var random = RandomState(seed: 0)
    var calls = 0
    for line in try String(contentsOf: url, encoding: .utf8).split(separator: "\n") {
      let halves = line.split(separator: "=", omittingEmptySubsequences: false)
      let call = halves[0].split(separator: " ").map(String.init)
      let expected = halves[1].split(separator: " ").map(String.init)
      switch call[0] {
      case "state": random = RandomState(seed: try #require(UInt32(call[1])))
      case "seed": random.seed(try #require(UInt32(call[1])))
      case "digest":
        let digest = try results(of: Array(call.dropFirst()), from: random)
          .reduce(0 as UInt64) { 31 &* $0 &+ $1 }
        #expect(hexadecimal(digest) == expected[0], "\(line)")
      case "permutation":
        let order = try results(of: call, from: random)
        #expect(order.map { "\($0)" } == expected, "\(line)")
      default:
        let drawn = try results(of: call, from: random)
        #expect(drawn.map(hexadecimal) == expected, "\(line)")
      }
      calls += 1
    }
    #expect(calls >= 290)
  }

  @Test func drawsWhatItsDocumentationShows() {
    let random = RandomState(seed: 7)
    #expect(random.randomSample() == 0.07630828937395717)
    #expect(random.uniform(low: -1, high: 1) == 0.5598375844802292)
    #expect(random.randn() == 1.690525703800356)
    #expect(random.permutation(5) == [0, 3, 2, 1, 4])
  }

  @Test func drawsOneByOneWhatItDrawsTogether() {
    let one = RandomState(seed: 5)
    let many = RandomState(seed: 5)
    #expect(many.randomSample(count: 700) == (0..<700).map { _ in one.randomSample() })
    #expect(many.randn(count: 701) == (0..<701).map { _ in one.randn() })
    #expect(
      many.uniform(low: -3, high: 2, count: 9)
        == (0..<9).map { _ in one.uniform(low: -3, high: 2) })
    #expect(many.randn(count: 2) == [one.randn(), one.randn()])
    #expect(many.uniform() == one.randomSample())
  }

  @Test func permutesEveryIntegerOnce() {
    let random = RandomState(seed: 3)
    for n in [0, 1, 2, 3, 100, 1000] {
      #expect(random.permutation(n).sorted() == Array(0..<n))
    }
  }

  @Test func refusesWhatHasNoMeaning() async {
    await #expect(processExitsWith: .failure) {
      _ = RandomState(seed: 0).randn(count: -1)
    }
    await #expect(processExitsWith: .failure) {
      _ = RandomState(seed: 0).permutation(-1)
    }
    await #expect(processExitsWith: .failure) {
      _ = RandomState(seed: 0).uniform(low: 0, high: .infinity)
    }
  }

  /// The results of a call as integers: the bits of numbers, or the numbers permuted.
  private func results(
    of call: [String], from random: RandomState
  ) throws -> [UInt64] {
    let count = try #require(call.last.flatMap { Int($0) })
    switch call[0] {
    case "randomSample": return random.randomSample(count: count).map(\.bitPattern)
    case "randn": return random.randn(count: count).map(\.bitPattern)
    case "permutation": return random.permutation(count).map(UInt64.init)
    default:
      #expect(call[0] == "uniform")
      let low = try #require(Double(call[1]))
      let high = try #require(Double(call[2]))
      return random.uniform(low: low, high: high, count: count).map(\.bitPattern)
    }
  }

  private func hexadecimal(_ bits: UInt64) -> String {
    let digits = String(bits, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
