import ArgumentParser
import ChapterKit
import Tensors

// snippet.arguments
@main
struct GradientDescent: Chapter {
  static let folder = "2-GradientDescent"
  static let configuration = CommandConfiguration(
    commandName: "GradientDescent",
    abstract: "Walks down f(x) = x² along its derivative.",
    discussion: """
      First one step from (4, 16) with the learning rates 1 and 0.1; then as many steps as it \
      takes, for rates that converge, bounce and diverge.
      """,
    subcommands: [Exercises.self])

  @Option(
    name: .customLong("rate"), parsing: .upToNextOption,
    help: "Walk with these learning rates.")
  var rates = [0.1, 0.45, 0.8, 1, 1.05]

  @Option(help: "Start at this x.")
  var start = 4.0

  @Option(name: .customLong("steps"), help: "Stop after so many steps.")
  var limit = 200

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard rates.allSatisfy({ $0.isFinite && $0 > 0 }) else {
      throw ValidationError("--rate must be a positive number")
    }
    guard Set(rates.map { $0.general() }).count == rates.count else {
      throw ValidationError("--rate names a rate twice")
    }
    guard f(start).isFinite else {
      throw ValidationError("--start must have a finite square, unlike \(start)")
    }
    guard (1...1_000_000).contains(limit) else {
      throw ValidationError("--steps must be from 1 to 1000000, not \(limit)")
    }
  }
  // snippet.end

  // snippet.chapter
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    takeOneStep(log)
    let paths = rates.map { rate in descend(from: start, rate: rate, limit: limit) }
    for (rate, path) in zip(rates, paths) {
      report(path, rate: rate, log)
    }

    folder.add("descent.png", drawSteps(from: 4, rates: [0.1, 1, 1.05]))
    folder.add("values.png", drawValues(of: paths, rates: rates))
  }
  // snippet.end

  // snippet.one-step
  /// One step from (4, 16) with each of two learning rates.
  func takeOneStep(_ log: Transcript) {
    log.region("one-step") {
      log.print(
        "at (4, \(f(4).general())) the derivative is \(derivative(4).general())")
      for rate in [1, 0.1] {
        let x = step(4, rate: rate)
        log.print(
          "rate \(rate.general()): the new point is (\(x.general()), \(f(x).general()))"
        )
      }
    }
    log.value("square", f(step(4, rate: 0.1)))
  }
  // snippet.end

  // snippet.report
  /// The first steps of a walk, and how it ended.
  func report(_ path: [Double], rate: Double, _ log: Transcript) {
    let last = path.last!
    let end =
      if derivative(last).magnitude <= 1e-6 {
        "reached the minimum"
      } else if f(last) < f(path[0]) {
        "not there yet"
      } else if f(last) == f(path[0]) {
        "still bouncing"
      } else {
        "farther away than ever"
      }
    log.print()
    log.region("rate-\(rate.general())") {
      log.print("rate \(rate.general())")
      log.print("  step            x         f(x)")
      for (step, x) in path.enumerated().prefix(6) {
        log.print(
          "\(step)".padded(6) + x.general().padded(13) + f(x).general().padded(13))
      }
      if path.count > 7 { log.print("   ...") }
      if path.count > 6 {
        log.print(
          "\(path.count - 1)".padded(6) + last.general().padded(13)
            + f(last).general().padded(13))
      }
      log.print("  \(end) at step \(path.count - 1)")
    }
    log.value("steps-\(rate.general())", Double(path.count - 1))
  }
  // snippet.end
}
