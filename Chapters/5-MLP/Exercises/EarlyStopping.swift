import ChapterKit
import Digits
import Learning
import Plotting
import Tensors

// snippet.early-stopping
/// Sees whether a loss still falls, and keeps the parameters of its lowest point.
struct EarlyStopping {
  let patience: Int
  private(set) var losses: [Double] = []
  private(set) var best = 0
  private var kept: [Tensor<Float>] = []

  init(patience: Int) { self.patience = patience }

  /// Notes the held-out loss after an epoch; true when it is time to stop.
  mutating func isDone(_ loss: Double, _ parameters: [Variable<Float>]) -> Bool {
    losses.append(loss)
    if losses.count == 1 || loss < losses[best] {
      best = losses.count - 1
      kept = parameters.map(\.value)
    }
    return losses.count - 1 - best >= patience
  }

  /// Puts the best parameters back.
  func restore(_ parameters: [Variable<Float>]) {
    for (parameter, value) in zip(parameters, kept) { parameter.assign(value) }
  }
}

extension Exercises {
  /// Learns 1,000 images until the loss on 2,000 others has not fallen for 5 epochs.
  func stopEarly(_ digits: Digits, _ log: Transcript, into folder: OutputFolder) throws
  {
    let learned = pixels(of: digits, 0..<1000)
    let heldOut = pixels(of: digits, 58_000..<60_000)
    let trainDataset = batches(
      digits.trainImages[0..<1000], digits.trainLabels[0..<1000], size: 50)
    let network = crossEntropyNetwork(learningRate: 0.2)

    var stopping = EarlyStopping(patience: 5)
    var losses: [Double] = []
    while losses.count < 100 {
      try train(network, on: trainDataset, epochs: 1) { _ in }
      losses.append(loss(network, on: learned))
      if stopping.isDone(loss(network, on: heldOut), network.parameters) { break }
    }
    stopping.restore(network.parameters)

    var table = Table(["epoch": 6, "learned": 12, "held out": 12])
    for epoch in [0, stopping.best, losses.count - 1] {
      table.add("\(epoch)", losses[epoch].fixed(4), stopping.losses[epoch].fixed(4))
    }
    log.print("\(table)")
    log.print("back to epoch \(stopping.best): \(loss(network, on: heldOut).fixed(4))")
    folder.add("early-stopping.png", earlyStoppingFigure(losses, stopping))
  }

  /// A range of the training images and their targets, in one batch.
  private func pixels(
    of digits: Digits, _ range: Range<Int>
  ) -> (x: Tensor<Float>, y: Tensor<Float>) {
    batches(
      digits.trainImages[range], digits.trainLabels[range], size: range.count
    ).first { _ in true }!
  }

  private func loss(
    _ network: KerasStyle, on data: (x: Tensor<Float>, y: Tensor<Float>)
  ) -> Double {
    Double(crossEntropy(network.out(data.x), data.y).item)
  }

  private func earlyStoppingFigure(
    _ learned: [Double], _ stopping: EarlyStopping
  ) -> Figure {
    let figure = Figure()
    figure.x.label = "epoch"
    figure.y.label = "loss"
    figure.line(learned, label: "1,000 images that are learned")
    figure.line(stopping.losses, label: "2,000 images held out")
    figure.verticalLine(at: Double(stopping.best), label: "lowest, kept")
    return figure
  }
}
// snippet.end
