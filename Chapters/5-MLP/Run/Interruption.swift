import ChapterKit
import Files

// snippet.interruption
/// What Ctrl-C does in a training, and `kill`: the step that is being taken is
/// finished, the run is saved, and the program ends with a line that says how to go on.
///
/// Once all steps are taken, the test and the files are finished, too, before it ends.
/// A second Ctrl-C ends the program at once.
extension MLP {
  /// Ends the program if the user has asked for it, saving the run in the file that the
  /// options name or else in one of its own.
  func endIfInterrupted(
    after step: StepLoss, saving save: (_ file: String) throws -> Void
  ) throws {
    guard let signal = Signals.postponed else { return }
    let file = saveFile ?? Self.rescueFile
    try save(file)
    throw EndedBySignal(
      signal,
      "interrupted after epoch \(step.epoch), step \(step.step); "
        + "go on with: swift run MLP --resume \(file.shellWord)\(output.arguments)")
  }

  /// The first of mlp.interrupted.safetensors, mlp.interrupted-2.safetensors, … that
  /// does not exist: another run that was interrupted stays.
  private static var rescueFile: String {
    let names = (1...).lazy.map { number in
      "mlp.interrupted\(number == 1 ? "" : "-\(number)").safetensors"
    }
    return names.first { !exists($0) }!
  }
}
// snippet.end
