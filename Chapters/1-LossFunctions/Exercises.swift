import ArgumentParser
import ChapterKit
import Tensors

// snippet.arguments
/// `swift run LossFunctions exercises`: the solutions of the chapter's exercises.
struct Exercises: Chapter {
  static let folder = "1-LossFunctions/exercises"
  static let configuration = CommandConfiguration(
    abstract: "Runs the solutions of the exercises.")

  @OptionGroup var output: OutputOptions
  // snippet.end

  // snippet.exercises
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    let points = noisyPoints(count: 5, seed: 1)
    log.region("closer-line") { tryACloserLine(to: points, log) }
    log.region("more-points") { drawMorePoints(log) }
    log.region("outlier") { moveOnePointAway(from: points, log) }
    log.region("ternary-search") { searchTheSlope(on: points, log) }
    log.region("both") { searchTheLine(on: points, log) }
  }
  // snippet.end

  // snippet.closer-line
  /// A candidate that comes closer than y = x + 1: a little flatter, from a little
  /// higher up.
  func tryACloserLine(to points: [Point], _ log: Transcript) {
    for line in [Line(w: 1, b: 1), Line(w: 0.9, b: 1.3)] {
      log.print("w = \(line.w), b = \(line.b): loss = \(loss(line, points).fixed(4))")
    }
  }
  // snippet.end

  // snippet.more-points
  /// The closest line to more and more points.
  func drawMorePoints(_ log: Transcript) {
    var table = Table(["points": 6, "w": 8, "b": 8, "loss": 8])
    for count in [5, 50, 500, 5000] {
      let points = noisyPoints(count: count, seed: 1)
      let line = Line(closestTo: points)
      table.add(
        "\(count)", line.w.fixed(4), line.b.fixed(4), loss(line, points).fixed(4))
    }
    log.print("\(table)")
  }
  // snippet.end

  // snippet.absolute-loss
  /// The mean absolute error of a line: Σᵢ |w · xᵢ + b − yᵢ| / n
  func absoluteLoss(_ line: Line, _ points: [Point]) -> Double {
    let errors = points.map { (line($0.x) - $0.y).magnitude }
    return errors.reduce(0, +) / Double(points.count)
  }

  /// A line of the least mean absolute error: the best of the lines through two points.
  func absolutelyClosest(to points: [Point]) -> Line {
    var lines: [Line] = []
    for i in points.indices {
      for j in points.indices.dropFirst(i + 1) {
        lines.append(Line(through: points[i], points[j]))
      }
    }
    return lines.min { absoluteLoss($0, points) < absoluteLoss($1, points) }!
  }

  /// The closest lines by both losses, before and after one y is written down wrongly.
  func moveOnePointAway(from points: [Point], _ log: Transcript) {
    let moved = points.dropLast() + [Point(x: 5, y: points[4].y + 10)]
    var table = Table(["points": 11, "loss": 10, "w": 8, "b": 8])
    for (name, points) in [("as measured", points), ("one y wrong", Array(moved))] {
      for (loss, line) in [
        ("squared", Line(closestTo: points)),
        ("absolute", absolutelyClosest(to: points)),
      ] {
        table.add(name, loss, line.w.fixed(3), line.b.fixed(3))
      }
    }
    log.print("\(table)")
  }
  // snippet.end

  // snippet.ternary-search
  /// Where a function that falls and then rises is least, by ternary search: of two
  /// places within the range the higher one cuts off its end.
  func placeOfMinimum(
    in range: ClosedRange<Double>, of function: (Double) -> Double
  ) -> Double {
    var (low, high) = (range.lowerBound, range.upperBound)
    while high - low > 1e-6 {
      let third = (high - low) / 3
      if function(low + third) < function(high - third) {
        high -= third
      } else {
        low += third
      }
    }
    return (low + high) / 2
  }

  /// The slope of the least loss among the lines through (0, 1).
  func searchTheSlope(on points: [Point], _ log: Transcript) {
    let w = placeOfMinimum(in: -1...3) { w in loss(Line(w: w, b: 1), points) }
    log.print(
      "b = 1: w = \(w.fixed(4)), loss = \(loss(Line(w: w, b: 1), points).fixed(4))")
    log.value("slope", w)
    log.value("slope-loss", loss(Line(w: w, b: 1), points))
  }
  // snippet.end

  // snippet.both
  /// The line of the least loss, by a search over b for every w of a search over w.
  func searchTheLine(on points: [Point], _ log: Transcript) {
    var count = 0
    func bestB(for w: Double) -> Double {
      placeOfMinimum(in: -4...6) { b in
        count += 1
        return loss(Line(w: w, b: b), points)
      }
    }
    let w = placeOfMinimum(in: -1...3) { w in
      loss(Line(w: w, b: bestB(for: w)), points)
    }
    let found = Line(w: w, b: bestB(for: w))
    let closest = Line(closestTo: points)
    for (name, line) in [("searched", found), ("computed", closest)] {
      log.print(
        "\(name): w = \(line.w.fixed(4)), b = \(line.b.fixed(4)), "
          + "loss = \(loss(line, points).fixed(4))")
    }
    log.print("\(count) losses computed in the inner searches")
    log.value("losses", Double(count))
  }
  // snippet.end
}
