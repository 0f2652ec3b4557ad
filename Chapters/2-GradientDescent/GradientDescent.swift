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
    version: FirstSteps.version,
    subcommands: [Exercises.self])

  @Option(
    name: [.customLong("learning-rate"), .customLong("rate")], above: 0,
    help: "Walk with these learning rates.")
  var learningRates = [0.1, 0.45, 0.8, 1, 1.05]

  @Option(help: "Start at this x.")
  var start = 4.0

  @Option(
    name: .customLong("steps"), in: 1...1_000_000, help: "Stop after so many steps.")
  var limit = 200

  @OptionGroup var output: OutputOptions

  func validate() throws {
    let names = learningRates.map { $0.general() }
    guard Set(names).count == names.count else {
      throw ValidationError("--learning-rate names a rate twice")
    }
    guard f(start).isFinite else {
      throw ValidationError("--start must have a finite square, unlike \(start)")
    }
  }
  // snippet.end

  // snippet.chapter
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    log.region("one-step") { takeOneStep(log) }
    let paths = learningRates.map { learningRate in
      descend(from: start, learningRate: learningRate, limit: limit)
    }
    for (learningRate, path) in zip(learningRates, paths) {
      log.region("rate-\(learningRate.general())") {
        report(path, learningRate: learningRate, log)
      }
    }

    folder.add("descent.png", stepsFigure(of: paths, learningRates: learningRates))
    folder.add("values.png", valuesFigure(of: paths, learningRates: learningRates))
  }
  // snippet.end

  // snippet.one-step
  /// One step from (4, 16) with each of two learning rates.
  func takeOneStep(_ log: Transcript) {
    log.print("at (4, \(f(4).general())) the derivative is \(derivative(4).general())")
    for rate in [1, 0.1] {
      let x = step(4, learningRate: rate)
      log.print(
        "rate \(rate.general()): the new point is (\(x.general()), \(f(x).general()))"
      )
    }
    log.value("square", f(step(4, learningRate: 0.1)))
  }
  // snippet.end

  // snippet.report
  /// The first steps of a walk, and how it ended.
  func report(_ path: [Double], learningRate: Double, _ log: Transcript) {
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
    var table = Table(["step": 6, "x": 13, "f(x)": 13])
    func add(_ step: Int) {
      table.add("\(step)", path[step].general(), f(path[step]).general())
    }
    for step in path.indices.prefix(6) { add(step) }
    if path.count > 7 { table.add("...") }
    if path.count > 6 { add(path.count - 1) }
    log.print("rate \(learningRate.general())")
    log.print("\(table)")
    log.print("  \(end) at step \(path.count - 1)")
    log.value("steps-\(learningRate.general())", Double(path.count - 1))
  }
  // snippet.end
}
