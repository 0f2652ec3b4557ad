import ArgumentParser
import Digits

// snippet.arguments
/// `swift run MLP timing keras 3`, for Benchmarks/: the seconds of each epoch of the
/// training, bytes to losses, and the loss of each step, as JSON.
struct Timing: ParsableCommand {
  static let configuration = CommandConfiguration(shouldDisplay: false)

  @Argument var style: Style
  @Argument var epochs: Int

  func run() throws {
    var options = try RunOptions.parse([])
    options.style = style
    let network = options.network
    let digits = Digits.mnist()
    let trainDataset = batches(
      digits.trainImages, digits.trainLabels, size: options.batchSize)
    var (seconds, losses): ([Double], [Float]) = ([], [])
    var start = ContinuousClock.now
    try train(network, on: trainDataset, epochs: epochs) { loss in
      losses.append(loss.loss)
      if loss.step == trainDataset.count - 1 {
        seconds.append(start.duration(to: .now) / .seconds(1))
        start = .now
      }
    }
    print("{\"seconds\": \(seconds), \"losses\": \(losses)}")
  }
}
// snippet.end
