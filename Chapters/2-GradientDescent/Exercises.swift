import ArgumentParser
import ChapterKit
import Plotting
import Tensors

// snippet.arguments
/// `swift run GradientDescent exercises`: the solutions of the chapter's exercises.
struct Exercises: Chapter {
  static let folder = "2-GradientDescent/exercises"
  static let configuration = CommandConfiguration(
    abstract: "Runs the solutions of the exercises.")

  @OptionGroup var output: OutputOptions
  // snippet.end

  // snippet.exercises
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    log.region("start") { startFartherAway(log) }
    log.region("differences") { differentiateByDifferences(log) }
    log.region("two-valleys") { descendIntoTwoValleys(log) }
    log.region("momentum") { rollDown(log) }
    log.region("bisection") { bisectTheLearningRate(log) }
    folder.add("two-valleys.png", twoValleysFigure())
  }
  // snippet.end

  // snippet.start
  /// How many steps it takes from farther and farther away.
  func startFartherAway(_ log: Transcript) {
    var table = Table(["start": 8, "rate 0.1": 11, "rate 0.5": 11])
    for start in [4.0, 40, 400, 4000] {
      let steps = [0.1, 0.5].map { learningRate in
        descend(from: start, learningRate: learningRate, limit: 1000).count - 1
      }
      table.add(start.fixed(0), "\(steps[0])", "\(steps[1])")
    }
    log.print("\(table)")
  }
  // snippet.end

  // snippet.differences
  /// The derivative of x³ at 4, which is 48, from two values at a distance of h.
  func differentiateByDifferences(_ log: Transcript) {
    func cube(_ x: Double) -> Double { x * x * x }
    var table = Table(["h": 6, "error, forward": 16, "error, central": 16])
    for h in [1e-1, 1e-3, 1e-5, 1e-7, 1e-9, 1e-11, 1e-13] {
      let forward = (cube(4 + h) - cube(4)) / h
      let central = (cube(4 + h) - cube(4 - h)) / (2 * h)
      table.add(
        h.general(), (forward - 48).magnitude.general(2),
        (central - 48).magnitude.general(2))
    }
    log.print("\(table)")
  }
  // snippet.end

  // snippet.two-valleys
  /// A function with two valleys: g(x) = x⁴ − 4x² + x
  func g(_ x: Double) -> Double { x * x * x * x - 4 * x * x + x }

  /// Its derivative: g′(x) = 4x³ − 8x + 1
  func gDerivative(_ x: Double) -> Double { 4 * x * x * x - 8 * x + 1 }

  /// The x of 200 steps down g.
  func descendG(from start: Double) -> [Double] {
    var path = [start]
    for _ in 0..<200 {
      path.append(path.last! - 0.02 * gDerivative(path.last!))
    }
    return path
  }

  /// Where one ends depends on where one starts.
  func descendIntoTwoValleys(_ log: Transcript) {
    var table = Table(["start": 8, "end": 11, "g(end)": 11])
    for start in [-2, 0.1, 0.2, 2] {
      let end = descendG(from: start).last!
      table.add(start.fixed(1), end.fixed(4), g(end).fixed(4))
    }
    log.print("\(table)")
  }

  /// The curve, and the ways down from 0.1 and from 0.2.
  func twoValleysFigure() -> Figure {
    let figure = Figure()
    figure.x.label = "x"
    figure.y.label = "x⁴ − 4x² + x"
    figure.curve(over: -2.2...2.2, color: .gray) { g($0) }
    for (start, marker) in [(0.1, Marker.circle), (0.2, .square)] {
      let x = descendG(from: start)
      figure.line(x, x.map(g), label: "from \(start)", dashes: .solid, marker: marker)
    }
    return figure
  }
  // snippet.end

  // snippet.momentum
  /// Descends with momentum: each step goes on with a part of the one before.
  /// Returns every x on the way, as `descend` does.
  func roll(
    from start: Double, learningRate: Double, momentum: Double, limit: Int
  ) -> [Double] {
    var path = [start]
    var velocity = 0.0
    while path.count <= limit,
      derivative(path.last!).magnitude > 1e-6 || velocity.magnitude > 1e-6
    {
      velocity = momentum * velocity - learningRate * derivative(path.last!)
      path.append(path.last! + velocity)
    }
    return path
  }

  /// How many steps a small rate needs with more and more momentum.
  func rollDown(_ log: Transcript) {
    var table = Table(["momentum": 8, "steps": 9, "lowest x": 13])
    for momentum in [0, 0.5, 0.7, 0.8, 0.9, 0.99] {
      let path = roll(from: 4, learningRate: 0.01, momentum: momentum, limit: 10_000)
      table.add(momentum.general(), "\(path.count - 1)", path.min()!.general(3))
    }
    log.print("\(table)")
  }
  // snippet.end

  // snippet.bisection
  /// Whether steps of this learning rate down s · x² from 4 come nearer to the minimum.
  func converges(learningRate: Double, steepness s: Double) -> Bool {
    var x = 4.0
    for _ in 0..<100 { x -= learningRate * 2 * s * x }
    return x.magnitude < 4
  }

  /// The learning rate between those that converge and those that do not, by bisection.
  func largestLearningRate(steepness: Double) -> Double {
    var (converging, other) = (0.0, 10.0)
    while other - converging > 1e-9 {
      let middle = (converging + other) / 2
      if converges(learningRate: middle, steepness: steepness) {
        converging = middle
      } else {
        other = middle
      }
    }
    return converging
  }

  /// The steeper the parabola, the smaller the largest learning rate.
  func bisectTheLearningRate(_ log: Transcript) {
    var table = Table(["function": 8, "largest rate": 15])
    for steepness in [0.5, 1, 2, 5] {
      let largest = largestLearningRate(steepness: steepness)
      table.add(steepness.general() + " x²", largest.fixed(6))
    }
    log.print("\(table)")
    log.value("largest-rate", largestLearningRate(steepness: 1))
  }
  // snippet.end
}
