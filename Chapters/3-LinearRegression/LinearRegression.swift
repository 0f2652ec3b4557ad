import ArgumentParser
import ChapterKit
import Tensors

// snippet.arguments
@main
struct LinearRegression: Chapter {
  static let folder = "3-LinearRegression"
  static let configuration = CommandConfiguration(
    commandName: "LinearRegression",
    abstract: "Fits a line to 100 points by gradient descent.",
    discussion: """
      Without options it runs on a reconstruction of the document's sample, which was \
      drawn without a seed and is lost, and prints the document's numbers. With --seed \
      it runs on the sample that NumPy draws from that seed.
      """,
    version: FirstSteps.version,
    subcommands: [
      Check.self, SeedSearch.self, Mistakes.self, Exercises.self, Timing.self,
    ])

  @Option(
    in: 0...UInt32.max, help: "Draw the sample from this seed, as np.random.seed does.")
  var seed: UInt32?

  @Option(
    name: [.customLong("learning-rate"), .customLong("rate")], above: 0,
    help: "The learning rate.")
  var learningRate = 0.001

  @Option(in: 1...Int.max, help: "The number of steps.")
  var iterations = 100_000

  @Option(
    in: 1...1_000_000, help: "The number of points to draw, with --seed (default: 100)."
  )
  var points: Int?

  @OptionGroup var output: OutputOptions

  func validate() throws {
    guard points == nil || seed != nil else {
      throw ValidationError("--points needs --seed: the reconstruction has 100 points")
    }
  }
  // snippet.end

  // snippet.main
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    let sample =
      if let seed {
        Sample.drawn(seed: seed, points: points ?? 100)
      } else {
        Sample.reconstructed(noiseSeed: Sample.noiseSeed)
      }
    let (xArr, yArr) = (sample.xArr, sample.yArr)

    var b = 0.0
    var w = 0.0
    let initialLoss = loss(b: b, w: w, xArr: xArr, yArr: yArr)
    (b, w) = gradientDescent(
      bStart: b, wStart: w, xArr: xArr, yArr: yArr, lr: learningRate,
      iterations: iterations)
    let finalLoss = loss(b: b, w: w, xArr: xArr, yArr: yArr)
    guard finalLoss.isFinite else {
      throw DivergenceError(on: sample, learningRate: learningRate)
    }

    log.region("run") {
      log.print("初值的损失: \(initialLoss.python)")
      log.print("b: \(b.python)  w: \(w.python)")
      log.print("训练后的损失: \(finalLoss.python)")
    }
    // snippet.end

    // snippet.figures
    let history = History(
      sample, learningRate: learningRate, iterations: iterations)
    folder.add("fit.png", fitFigure(of: sample, b: b, w: w))
    folder.add("loss.png", lossFigure(of: history, on: sample))
    folder.add("path.png", pathFigure(of: history, over: landscape(of: sample)))
    // snippet.end

    // snippet.values
    log.value("initial-loss", initialLoss)
    log.value("b", b)
    log.value("w", w)
    log.value("final-loss", finalLoss)
    // snippet.end
  }
}
