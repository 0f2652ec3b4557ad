import ArgumentParser
import ChapterKit
import Tensors

// snippet.arguments
/// `swift run LinearRegression mistakes`: what goes wrong, and how one notices.
struct Mistakes: Chapter {
  static let folder = "3-LinearRegression/mistakes"
  static let configuration = CommandConfiguration(
    abstract: "Shows what goes wrong, and how one notices.")

  @OptionGroup var output: OutputOptions
  // snippet.end

  // snippet.mistakes
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    let sample = Sample.reconstructed(noiseSeed: Sample.noiseSeed)
    log.region("rates") { tryLearningRates(on: sample, log, into: folder) }
    log.region("unit") { measureInAnotherUnit(sample, log) }
  }
  // snippet.end

  // snippet.rates
  /// The loss after some steps, with learning rates that are too small and too large.
  func tryLearningRates(on sample: Sample, _ log: Transcript, into folder: OutputFolder)
  {
    let learningRates = [1e-5, 0.001, 0.029, 0.03, 0.1]
    log.print("  step" + learningRates.map { $0.general().padded(12) }.joined())
    for steps in [0, 1, 2, 3, 10, 100, 1000] {
      let losses = learningRates.map { learningRate in
        sample.lossAfter(steps, learningRate: learningRate).general(4).padded(12)
      }
      log.print("\(steps)".padded(6) + losses.joined())
    }
    let histories = learningRates.map { learningRate in
      (
        learningRate: learningRate,
        history: History(sample, learningRate: learningRate, iterations: 10_000)
      )
    }
    folder.add("rates.png", lossesFigure(of: histories, on: sample))
    let x = Tensor(sample.xArr)
    log.value("largest-rate", 1 / reduceMean(x * x).item)
  }
  // snippet.end

  // snippet.unit
  /// The same points with x in a unit a hundred times smaller, as centimetres after
  /// metres: the rate that did well is too large.
  func measureInAnotherUnit(_ sample: Sample, _ log: Transcript) {
    let small = Sample(
      name: sample.name, xArr: sample.xArr.map { 100 * $0 }, yArr: sample.yArr)
    var table = Table(["step": 6, "loss": 10])
    for steps in [0, 1, 2, 3, 10, 100, 1000] {
      let loss = small.lossAfter(steps, learningRate: 0.001)
      table.add("\(steps)", loss.general(4))
    }
    log.print("\(table)")
  }
  // snippet.end
}

// snippet.loss-after
extension Sample {
  /// The loss after so many steps from b = w = 0.
  func lossAfter(_ iterations: Int, learningRate: Double) -> Double {
    let (b, w) = gradientDescent(
      bStart: 0, wStart: 0, xArr: xArr, yArr: yArr, lr: learningRate,
      iterations: iterations)
    return loss(b: b, w: w, xArr: xArr, yArr: yArr)
  }
}
// snippet.end
