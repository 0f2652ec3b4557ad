import ArgumentParser
import ChapterKit
import Digits

// snippet.arguments
/// `swift run MLP exercises`: the solutions of the chapter's exercises.
struct Exercises: Chapter {
  static let folder = "5-MLP/exercises"
  static let configuration = CommandConfiguration(
    abstract: "Runs the solutions of the exercises.")

  @OptionGroup var output: OutputOptions
  // snippet.end

  // snippet.exercises
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    let digits = Digits.mnist()
    try log.region("batch-size") { try changeTheBatchSize(digits, log) }
    try log.region("one-layer") { try trainOneLayer(digits, log) }
    try log.region("momentum") { try trainWithMomentum(digits, log) }
    try log.region("leaky") { try wakeADeadOutput(digits, log) }
    try log.region("cross-entropy") { try trainWithCrossEntropy(digits, log) }
    try log.region("order") { try shuffleTheBatches(digits, log) }
    try log.region("early-stopping") {
      try stopEarly(digits, log, into: folder)
    }
  }
  // snippet.end
}
