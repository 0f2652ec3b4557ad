import ArgumentParser
import ChapterKit
import Tensors

// snippet.arguments
/// `swift run LinearRegression check`: a closer look at the gradient and the result.
struct Check: Chapter {
  static let folder = "3-LinearRegression/check"
  static let configuration = CommandConfiguration(
    abstract: "Checks the gradient, the end of the descent and the reconstruction.")

  @OptionGroup var output: OutputOptions
  // snippet.end

  // snippet.check
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    let sample = Sample.reconstructed(noiseSeed: Sample.noiseSeed)
    log.region("gradients") { compareGradients(on: sample, log) }
    log.region("two-ways") { nudgeTwoWays(log) }
    folder.add("two-ways.png", twoWaysFigure())
    log.region("standstill") { standStill(on: sample, log) }
    log.region("seeds") { drawOtherSamples(log) }
    log.region("consistent") { compareWithTheDocument(sample, log) }
  }
  // snippet.end

  // snippet.gradients
  /// The derivatives that a step uses, beside those by central differences.
  func compareGradients(on sample: Sample, _ log: Transcript) {
    let (xArr, yArr) = (sample.xArr, sample.yArr)
    func lossAt(b: Double, w: Double) -> Double {
      loss(b: b, w: w, xArr: xArr, yArr: yArr)
    }
    let h = 0.001
    var table = Table(["w": 4, "b": 5, "": 13, "formula": 15, "difference": 15])
    for (b, w) in [(0.0, 0.0), (1, 2), (-3, 5)] {
      // With the learning rate 1 a step is the gradient itself.
      let next = stepGradient(bCur: b, wCur: w, xArr: xArr, yArr: yArr, lr: 1)
      let byW = (lossAt(b: b, w: w + h) - lossAt(b: b, w: w - h)) / (2 * h)
      let byB = (lossAt(b: b + h, w: w) - lossAt(b: b - h, w: w)) / (2 * h)
      for (name, formula, difference) in [
        ("∂loss/∂w", w - next.w, byW), ("∂loss/∂b", b - next.b, byB),
      ] {
        table.add(w.general(), b.general(), name, formula.fixed(8), difference.fixed(8))
      }
    }
    log.print("\(table)")
  }
  // snippet.end

  // snippet.standstill
  /// Descends until a step changes neither number any more, and says what is left.
  func standStill(on sample: Sample, _ log: Transcript) {
    let (xArr, yArr) = (sample.xArr, sample.yArr)
    let learningRate = 0.001
    var (b, w, step) = (0.0, 0.0, 0)
    while true {
      let next = stepGradient(
        bCur: b, wCur: w, xArr: xArr, yArr: yArr, lr: learningRate)
      if next == (b, w) { break }
      (b, w) = next
      step += 1
    }
    let least = sample.leastSquares
    log.print("the last step that changed anything: \(step)")
    log.print("b of the least loss - b: \((least.b - b).general(3))")
    log.print("w of the least loss - w: \((least.w - w).general(3))")
    log.print("half of the last digit of b: \((b.ulp / 2).general(3))")
    log.print("half of the last digit of w: \((w.ulp / 2).general(3))")
    log.value("last-step", Double(step))
    log.value("b-distance", least.b - b)
  }
  // snippet.end

  // snippet.seeds
  /// The lines of samples of other noise.
  func drawOtherSamples(_ log: Transcript) {
    var table = Table(["seed": 4, "b": 9, "w": 9, "loss": 9])
    for seed in UInt32(1)...5 {
      let sample = Sample.drawn(seed: seed, points: 100)
      let (b, w) = gradientDescent(
        bStart: 0, wStart: 0, xArr: sample.xArr, yArr: sample.yArr, lr: 0.001,
        iterations: 10_000)
      let loss = loss(b: b, w: w, xArr: sample.xArr, yArr: sample.yArr)
      table.add("\(seed)", b.fixed(4), w.fixed(4), loss.fixed(4))
    }
    log.print("\(table)")
  }
  // snippet.end

  // snippet.consistent
  /// What the document's first three numbers say about its fourth.
  func compareWithTheDocument(_ sample: Sample, _ log: Transcript) {
    let x = Tensor(sample.xArr)
    let (b, w) = (Document.b, Document.w)
    let meanSquare = reduceMean(x * x).item
    let rest = Document.initialLoss - b * b - w * w * meanSquare
    log.print("initial loss - b² - w² · mean of x²: \(rest.fixed(14))")
    log.print("final loss:                          \(Document.finalLoss.fixed(14))")
    log.value("mean-square", meanSquare)
    log.value("w-factor", 1 - 0.001 * 2 * meanSquare)
  }
  // snippet.end
}
