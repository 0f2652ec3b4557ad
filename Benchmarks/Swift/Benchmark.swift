/// Our side of the benchmarks, but for what the chapters time themselves: does one task
/// and prints its figures as JSON. The tasks and their arguments are those of
/// `workload.py`, which says what they mean; tasks that only we have are `peak THREADS`
/// and `caches THREADS`.
@main
enum Benchmark {
  /// The seed of all weights and data, here and in `workload.py`.
  static let seed: UInt32 = 66

  static func main() throws {
    let arguments = Array(CommandLine.arguments.dropFirst())
    let figures: KeyValuePairs<String, [Double]> =
      switch (arguments.first, arguments.dropFirst()) {
      case ("steps", let sizes): trainingSteps(sizes.map { numbers($0) })
      case ("products", let shapes): products(Array(shapes))
      case ("peak", let rest): peak(threads: Int(rest[1])!)
      case ("caches", let rest): cacheReading(threads: Int(rest[1])!)
      case ("read", _): try reading(folder: "Sources/CMNIST")
      default: fatalError("no such task: \(arguments)")
      }
    print("{" + figures.map { "\"\($0)\": \($1)" }.joined(separator: ", ") + "}")
  }

  /// The numbers between the colons of an argument.
  static func numbers(_ argument: some StringProtocol) -> [Int] {
    argument.split(separator: ":").map { Int($0)! }
  }
}

/// The median time of a call: one to warm up, then at least five, for 0.1 seconds.
func medianSeconds(_ body: () throws -> Void) rethrows -> Double {
  try body()
  var samples: [Double] = []
  let end = ContinuousClock.now + .seconds(0.1)
  while samples.count < 5 || ContinuousClock.now < end {
    samples.append(try ContinuousClock().measure(body) / .seconds(1))
  }
  return samples.sorted()[samples.count / 2]
}
