import ArgumentParser
import ChapterKit
import Tensors

// snippet.arguments
/// `swift run LossFunctions mistakes`: what goes wrong, and how one notices.
struct Mistakes: Chapter {
  static let folder = "1-LossFunctions/mistakes"
  static let configuration = CommandConfiguration(
    abstract: "Shows what goes wrong, and how one notices.")

  @OptionGroup var output: OutputOptions
  // snippet.end

  // snippet.mistakes
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    log.region("no-square") { forgetTheSquare(log) }
    log.region("same-x") { eliminateAboveOnePlace(log) }
  }
  // snippet.end

  // snippet.no-square
  /// The mean of the errors themselves: those above and below the line cancel.
  func forgetTheSquare(_ log: Transcript) {
    let points = noisyPoints(count: 5, seed: 1)
    var table = Table(["w": 5, "b": 6, "mean error": 13, "loss": 9])
    for line in LossFunctions.candidates {
      let errors = points.map { line($0.x) - $0.y }
      let mean = errors.reduce(0, +) / Double(errors.count)
      table.add(
        line.w.fixed(1), line.b.fixed(1), mean.fixed(4), loss(line, points).fixed(4))
    }
    log.print("\(table)")
  }
  // snippet.end

  // snippet.same-x
  /// Two points above the same x: elimination divides by zero.
  func eliminateAboveOnePlace(_ log: Transcript) {
    let points = [Point(x: 2, y: 3), Point(x: 2, y: 5)]
    let line = Line(through: points[0], points[1])
    log.print("Two points: (2, 3) and (2, 5)")
    log.print("Elimination: w = \(line.w.python), b = \(line.b.python)")
    log.print("loss = \(loss(line, points).python)")
  }
  // snippet.end
}
