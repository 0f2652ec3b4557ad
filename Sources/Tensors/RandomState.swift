import FixedMath

/// NumPy's random numbers: the same seed and the same calls give the bits that
/// `np.random.RandomState(seed)`, and `np.random` after `np.random.seed(seed)`, give.
///
///     let random = RandomState(seed: 7)
///     random.randomSample()             // 0.07630828937395717
///     random.uniform(low: -1, high: 1)  // 0.5598375844802292
///     random.randn()                    // 1.690525703800356
///     random.permutation(5)             // [0, 3, 2, 1, 4]
///
/// It is a class because a stream has one position: whoever draws from it moves it for
/// everybody, and two draws never give the same number twice.
public final class RandomState {
  private var generator: MersenneTwister
  /// The polar method makes two numbers at a time; the second one waits here.
  private var waitingNormal: Double?

  /// A stream that starts where `np.random.RandomState(seed)` starts.
  public init(seed: UInt32) {
    generator = MersenneTwister(seed: seed)
  }

  /// The next number of the uniform distribution over [0, 1), a multiple of 2⁻⁵³.
  public func randomSample() -> Double {
    generator.nextUnit()
  }

  /// The next number of the uniform distribution over [low, high):
  /// low + (high − low) u, with u from [0, 1). Rounding may give `high` itself.
  public func uniform(
    low: Double = 0, high: Double = 1,
    file: StaticString = #fileID, line: UInt = #line
  ) -> Double {
    let width = high - low
    guard width.isFinite else {
      fatalError(
        "uniform: high - low must be finite, not \(high) - \(low)", file: file,
        line: line)
    }
    return low + width * generator.nextUnit()
  }

  // snippet.randn
  /// The next number of the normal distribution of mean 0 and variance 1.
  ///
  /// G. Marsaglia's polar form of the method of Box and Muller: a point (x₁, x₂) is
  /// drawn from the square (−1, 1)² until s = x₁² + x₂² < 1; then x₂f and x₁f with
  /// f = √(−2 ln s / s) are two independent numbers, the second kept for the next call.
  public func randn() -> Double {
    if let waiting = waitingNormal {
      waitingNormal = nil
      return waiting
    }
    while true {
      let x1 = 2 * generator.nextUnit() - 1
      let x2 = 2 * generator.nextUnit() - 1
      let s = x1 * x1 + x2 * x2
      guard s < 1, s > 0 else { continue }
      let factor = (-2 * FixedMath.log(s) / s).squareRoot()
      waitingNormal = factor * x1
      return factor * x2
    }
  }
  // snippet.end

  /// The integers 0 ..< n in a random order, all orders equally likely.
  ///
  /// The shuffle of Fisher and Yates, from the last position to the second.
  public func permutation(
    _ n: Int, file: StaticString = #fileID, line: UInt = #line
  ) -> [Int] {
    guard n >= 0, n <= Int64(1) << 32 else {
      fatalError(
        "permutation: n must be in 0 ... 2³², not \(n)", file: file, line: line)
    }
    var order = Array(0..<n)
    for last in stride(from: n - 1, to: 0, by: -1) {
      order.swapAt(last, Int(generator.next(through: UInt32(last))))
    }
    return order
  }
}
