import ArgumentParser

// snippet.arguments
/// `swift run LinearRegression timing 100000`, for Benchmarks/: the seconds of an
/// iteration, and the line that so many end in, b and w, as JSON.
struct Timing: ParsableCommand {
  static let configuration = CommandConfiguration(shouldDisplay: false)

  @Argument var iterations: Int

  func run() {
    let sample = Sample.drawn(seed: 66, points: 100)
    let start = ContinuousClock.now
    let (b, w) = gradientDescent(
      bStart: 0, wStart: 0, xArr: sample.xArr, yArr: sample.yArr, lr: 0.001,
      iterations: iterations)
    let seconds = start.duration(to: .now) / .seconds(1) / Double(iterations)
    print("{\"seconds\": [\(seconds)], \"line\": [\(b), \(w)]}")
  }
}
// snippet.end
