import Tensors

// snippet.step-loss
/// The loss of a step before it was taken, printed as the document prints it.
struct StepLoss: CustomStringConvertible {
  let epoch: Int
  let step: Int
  let loss: Float

  var description: String { "\(epoch) \(step) \(loss.numpyText)" }
}

extension [StepLoss] {
  /// All of them as a table that other programs can read.
  var csv: String {
    "epoch,step,loss\n"
      + map { "\($0.epoch),\($0.step),\($0.loss.numpyText)\n" }.joined()
  }
}
// snippet.end

// snippet.not-finite
/// Numbers that are finite no more: the learning rate is too large.
struct NotFiniteError: Error, CustomStringConvertible {
  let description: String

  /// What is wrong, such as "a weight is nan", and after which step.
  init(_ what: String, at step: StepLoss? = nil) {
    let place = step.map { "epoch \($0.epoch), step \($0.step): " } ?? ""
    description = "\(place)\(what); try a smaller --learning-rate"
  }
}
// snippet.end
