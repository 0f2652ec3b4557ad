import Learning
import Tensors

// snippet.train
/// Trains a network on all batches, epoch by epoch, and hands each loss to `report`.
/// The first `done` steps are passed over: they were taken before.
func train(
  _ style: any Style, on batches: Batches, epochs: Int, after done: Int = 0,
  report: (StepLoss) throws -> Void
) throws {
  for epoch in done / batches.count..<epochs {
    for (step, (x, y)) in batches.enumerated()
    where epoch * batches.count + step >= done {
      let loss = StepLoss(epoch: epoch, step: step, loss: style.step(x, y).item)
      guard loss.loss.isFinite else { throw LossError(at: loss) }
      try report(loss)
    }
  }
}
// snippet.end

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

// snippet.loss-error
/// Numbers that are none any more: the learning rate is too large.
struct LossError: Error, CustomStringConvertible {
  let description: String

  init(at loss: StepLoss) {
    self.init(at: loss, "the loss is \(loss.loss.numpyText)")
  }

  /// What is wrong after a step, such as "a weight is nan".
  init(at loss: StepLoss, _ what: String) {
    description =
      "epoch \(loss.epoch), step \(loss.step): \(what); try a smaller --learning-rate"
  }
}

/// Outputs that are no numbers any more, after losses that were.
struct OutputError: Error, CustomStringConvertible {
  let description =
    "the network's outputs are no finite numbers; try a smaller --learning-rate"
}
// snippet.end

// snippet.evaluate
/// What a network makes of images that it has not seen.
struct Evaluation {
  /// What it makes of one image.
  struct Answer {
    let image: Int
    let label: Int
    /// The digit of the greatest output.
    let reading: Int
    let outputs: [Double]

    var isRight: Bool { reading == label }
  }

  let answers: [Answer]

  init(_ style: any Style, images: Tensor<UInt8>, labels: Tensor<UInt8>) throws {
    var answers: [Answer] = []
    for (x, y) in batches(images, labels, size: 1000) {
      let out = style.out(x)
      guard out.isFinite else { throw OutputError() }
      let readings = argmax(out, axis: 1).scalars
      let labels = argmax(y, axis: 1).scalars
      for row in readings.indices {
        answers.append(
          Answer(
            image: answers.count, label: Int(labels[row]), reading: Int(readings[row]),
            outputs: out[row].scalars.map(Double.init)))
      }
    }
    self.answers = answers
  }

  /// The share of images that were read right.
  var accuracy: Double {
    Double(answers.count(where: \.isRight)) / Double(answers.count)
  }

  /// The greatest output of each answer that is right, or of each that is not.
  func greatestOutputs(right: Bool) -> [Double] {
    answers.filter { $0.isRight == right }.map { $0.outputs.max()! }
  }

  /// The number of outputs that are 0 for every image: their ReLU is dead.
  var deadUnits: Int {
    (0..<10).count { unit in answers.allSatisfy { $0.outputs[unit] == 0 } }
  }
}
// snippet.end
