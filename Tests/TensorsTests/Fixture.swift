import TestSupport
import Testing

/// The lines of a file of known results, each of the form `what was done = results`.
struct Fixture {
  /// The words left of the sign =, and those right of it.
  let lines: [(call: [String], results: [String])]

  /// Reads a file of the folder `Fixtures` beside this one.
  init(_ path: String) throws {
    lines = try text(fixture(path)).split(separator: "\n").map {
      let halves = $0.split(separator: "=", omittingEmptySubsequences: false)
      try #require(halves.count == 2, "\($0)")
      let words = halves.map { $0.split(separator: " ").map(String.init) }
      return (words[0], words[1])
    }
  }

  /// The sizes that `[2,3]` names.
  static func dimensions(_ text: String) -> [Int] {
    text.dropFirst().dropLast().split(separator: ",").map { Int($0)! }
  }

  /// h = 31 h + bits, modulo 2⁶⁴, over all results, from h = 0.
  static func fold(_ results: some Sequence<UInt64>) -> UInt64 {
    results.reduce(0) { 31 &* $0 &+ $1 }
  }
}
