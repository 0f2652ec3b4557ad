import ArgumentParser
import ChapterKit
import Tensors

// snippet.arguments
@main
struct LossFunctions: Chapter {
  static let folder = "1-LossFunctions"
  static let configuration = CommandConfiguration(
    commandName: "LossFunctions",
    abstract: "Why a line through many points needs a loss function.",
    discussion: """
      Two points give a line by elimination. Points with noise give another line for \
      every pair, and none of them meets all points. The mean squared error says which \
      line comes closest.
      """,
    version: FirstSteps.version,
    subcommands: [Mistakes.self, Exercises.self])

  @Option(
    in: 0...UInt32.max, help: "Draw the noise from this seed, as np.random.seed does.")
  var seed: UInt32 = 1

  @Option(
    name: .customLong("points"), in: 3...100, help: "Draw so many points, 3 to 100.")
  var count = 5

  @OptionGroup var output: OutputOptions
  // snippet.end

  // snippet.chapter
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    log.region("two-points") { eliminate(log) }
    let points = noisyPoints(count: count, seed: seed)
    log.region("points") { show(points, log) }
    log.region("pairs") { tryEveryPair(of: points, log) }
    log.region("candidates") { compareCandidates(on: points, log) }
    log.region("closest") { showTheClosest(to: points, log) }

    folder.add("two-points.png", twoPointsFigure())
    folder.add("pairs.png", pairsFigure(of: points))
    folder.add("squares.png", squaresFigure(on: points))
    folder.add("loss-by-slope.png", lossBySlopeFigure(on: points))
    folder.add("loss.png", lossOfAllLinesFigure(on: points))
  }
  // snippet.end

  // snippet.two-points
  /// Two points: the equations have one solution, and nothing is left over.
  func eliminate(_ log: Transcript) {
    let points = [Point(x: 1, y: 2), Point(x: 2, y: 3)]
    let line = Line(through: points[0], points[1])
    log.print("Two points: (1, 2) and (2, 3)")
    log.print("  2 = w * 1 + b")
    log.print("  3 = w * 2 + b")
    log.print("Elimination: w = \(line.w), b = \(line.b)")
    log.print("loss = \(loss(line, points))")
  }
  // snippet.end

  // snippet.points
  /// The points with noise, as a table.
  func show(_ points: [Point], _ log: Transcript) {
    log.print("Points with noise:")
    for point in points {
      log.print("  (\(point.x.fixed(0)), \(point.y.fixed(2)))")
    }
  }
  // snippet.end

  // snippet.pairs
  /// Each pair of points has a line of its own, which misses the other points.
  func tryEveryPair(of points: [Point], _ log: Transcript) {
    var least = Double.infinity
    var table = Table(["pair ": 7, "w ": 9, "b ": 9, "loss ": 9])
    for i in points.indices {
      for j in points.indices.dropFirst(i + 1) {
        let line = Line(through: points[i], points[j])
        least = min(least, loss(line, points))
        table.add(
          "\(i + 1) and \(j + 1)", line.w.fixed(3), line.b.fixed(3),
          loss(line, points).fixed(4))
      }
    }
    log.print("\(table)")
    log.value("best-pair", least)
  }
  // snippet.end

  // snippet.candidates
  /// Lines that somebody might draw through the points by eye.
  static let candidates = [
    Line(w: 0, b: 4), Line(w: 0.5, b: 2.5), Line(w: 1, b: 0), Line(w: 1, b: 1),
    Line(w: 1.5, b: -0.5), Line(w: 2, b: -2),
  ]

  /// No line is right, but some are closer: the loss puts the candidates in order.
  func compareCandidates(on points: [Point], _ log: Transcript) {
    let ranked = Self.candidates.sorted { loss($0, points) < loss($1, points) }
    var table = Table(["w": 5, "b": 6, "loss": 9])
    for line in ranked {
      table.add(line.w.fixed(1), line.b.fixed(1), loss(line, points).fixed(4))
    }
    log.print("\(table)")
    log.value("best-loss", loss(ranked[0], points))
  }
  // snippet.end

  // snippet.show-the-closest
  /// The line that no other comes as close as.
  func showTheClosest(to points: [Point], _ log: Transcript) {
    let line = Line(closestTo: points)
    log.print(
      "The closest line: w = \(line.w.fixed(3)), b = \(line.b.fixed(3)), "
        + "loss = \(loss(line, points).fixed(4))")
    log.value("closest-w", line.w)
    log.value("closest-b", line.b)
    log.value("closest-loss", loss(line, points))
  }
  // snippet.end
}
