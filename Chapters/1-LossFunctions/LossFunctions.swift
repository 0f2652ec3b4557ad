import ArgumentParser
import ChapterKit
import Tensors

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
      """)

  @Option(help: "Draw the noise from this seed, as np.random.seed does.")
  var seed: UInt32 = 1

  @Option(name: .customLong("points"), help: "Draw so many points, 3 to 100.")
  var count = 5

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard (3...100).contains(count) else {
      throw ValidationError("--points must be from 3 to 100, not \(count)")
    }
  }

  // snippet.chapter
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    eliminate(log)
    let points = noisyPoints()
    tryEveryPair(of: points, log)
    compareCandidates(on: points, log)

    folder.add("two-points.png", twoPoints(Line(w: 1, b: 1)))
    folder.add("pairs.png", pairs(of: points))
    folder.add("squares.png", squares(of: Line(w: 1, b: 1), on: points))
    folder.add("loss-by-slope.png", lossBySlope(on: points))
    folder.add("loss.png", lossOfAllLines(on: points))
  }
  // snippet.end

  // snippet.two-points
  /// Two points: the equations have one solution, and nothing is left over.
  func eliminate(_ log: Transcript) {
    let points = [Point(x: 1, y: 2), Point(x: 2, y: 3)]
    let line = Line(through: points[0], points[1])
    log.region("two-points") {
      log.print("Two points: (1, 2) and (2, 3)")
      log.print("  2 = w * 1 + b")
      log.print("  3 = w * 2 + b")
      log.print("Elimination: w = \(line.w), b = \(line.b)")
      log.print("loss = \(loss(line, points))")
    }
  }
  // snippet.end

  // snippet.noise
  /// Points of the line y = x + 1, each moved up or down by chance.
  func noisyPoints() -> [Point] {
    let random = RandomState(seed: seed)
    return (1...count).map { x in
      let y = Double(x) + 1 + 0.5 * random.randn()
      return Point(x: Double(x), y: (y * 100).rounded() / 100)
    }
  }
  // snippet.end

  // snippet.pairs
  /// Each pair of points has a line of its own, which misses the other points.
  func tryEveryPair(of points: [Point], _ log: Transcript) {
    log.print()
    log.region("points") {
      log.print("Points with noise:")
      for point in points {
        log.print("  (\(point.x.fixed(0)), \(point.y.fixed(2)))")
      }
    }
    log.print()
    log.region("pairs") {
      log.print("  pair        w        b     loss")
      for i in points.indices {
        for j in points.indices.dropFirst(i + 1) {
          let line = Line(through: points[i], points[j])
          log.print(
            "\(i + 1) and \(j + 1)".padded(7) + line.w.fixed(3).padded(9)
              + line.b.fixed(3).padded(9) + loss(line, points).fixed(4).padded(9))
        }
      }
    }
  }
  // snippet.end

  // snippet.candidates
  /// No line is right, but some are closer: the loss puts candidates in order.
  func compareCandidates(on points: [Point], _ log: Transcript) {
    let candidates = [
      Line(w: 0, b: 4), Line(w: 0.5, b: 2.5), Line(w: 1, b: 0), Line(w: 1, b: 1),
      Line(w: 1.5, b: -0.5), Line(w: 2, b: -2),
    ]
    let best = candidates.sorted { loss($0, points) < loss($1, points) }
    log.print()
    log.region("candidates") {
      log.print("    w     b     loss")
      for line in best {
        log.print(
          line.w.fixed(1).padded(5) + line.b.fixed(1).padded(6)
            + loss(line, points).fixed(4).padded(9))
      }
    }
    log.value("best-loss", loss(best[0], points))
  }
  // snippet.end
}
