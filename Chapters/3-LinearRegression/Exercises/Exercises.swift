import ArgumentParser
import ChapterKit

// snippet.arguments
/// `swift run LinearRegression exercises`: the solutions of the chapter's exercises.
struct Exercises: Chapter {
  static let folder = "3-LinearRegression/exercises"
  static let configuration = CommandConfiguration(
    abstract: "Runs the solutions of the exercises.")

  @OptionGroup var output: OutputOptions
  // snippet.end

  // snippet.exercises
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    let sample = Sample.reconstructed(noiseSeed: Sample.noiseSeed)
    findTheBestLearningRate(on: sample, log)
    log.print()
    measureTheDistance(on: sample, log)
    log.print()
    descendWithTensors(on: sample, log)
    log.print()
    descendWithATape(on: sample, log)
    log.print()
    descendInBatches(on: sample, log)
    log.print()
    stopEarly(on: sample, log)
  }
  // snippet.end
}
