import Testing

@testable import Tensors

@Suite struct RandomStateTests {
  /// Replays NumPy's calls of every kind, in every order that moves the stream:
  /// Fixtures/random/random_state.py.
  @Test func repeatsNumPyBitForBit() throws {
    var random = RandomState(seed: 0)
    let lines = try Fixture("random/random_state.txt").lines
    #expect(lines.count >= 290)
    for (call, expected) in lines {
      switch call[0] {
      // np.random.RandomState(seed), or np.random.seed(seed) in the midst of the stream
      case "state", "seed": random = RandomState(seed: try #require(UInt32(call[1])))
      case "digest":
        let digest = Fixture.fold(
          try results(of: Array(call.dropFirst()), from: random))
        #expect(digest == UInt64(expected[0], radix: 16), "\(call)")
      default:
        let radix = call[0] == "permutation" ? 10 : 16
        let known = expected.map { UInt64($0, radix: radix) }
        #expect(try results(of: call, from: random) == known, "\(call)")
      }
    }
  }

  @Test func drawsOneByOneWhatItDrawsTogether() {
    let one = RandomState(seed: 5)
    let many = RandomState(seed: 5)
    #expect(many.randn([701]).scalars == (0..<701).map { _ in one.randn() })
    #expect(
      many.uniform(low: -3, high: 2, [9]).scalars
        == (0..<9).map { _ in one.uniform(low: -3, high: 2) })
    #expect(many.randn([2, 1]).scalars == [one.randn(), one.randn()])
    #expect(many.randomSample([1]).item == one.uniform())
  }

  /// The results of a call as integers: the bits of numbers, or the numbers permuted.
  private func results(
    of call: [String], from random: RandomState
  ) throws -> [UInt64] {
    let count = try #require(call.last.flatMap { Int($0) })
    switch call[0] {
    case "randomSample": return random.randomSample([count]).scalars.map(\.bitPattern)
    case "randn": return random.randn([count]).scalars.map(\.bitPattern)
    case "permutation": return random.permutation(count).map(UInt64.init)
    default:
      #expect(call[0] == "uniform")
      let (low, high) = try (#require(Double(call[1])), #require(Double(call[2])))
      return random.uniform(low: low, high: high, [count]).scalars.map(\.bitPattern)
    }
  }
}
