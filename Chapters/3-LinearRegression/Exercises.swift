import ArgumentParser
import ChapterKit
import Tensors

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
    log.region("rates") { findTheBestLearningRate(on: sample, log) }
    log.region("distance") { measureTheDistance(on: sample, log) }
    log.region("vectorized") { descendWithTensors(on: sample, log) }
    log.region("tape") { descendWithATape(on: sample, log) }
    log.region("batches") { descendInBatches(on: sample, log) }
    log.region("early-stopping") { stopEarly(on: sample, log) }
  }
  // snippet.end

  // snippet.rates
  /// How many steps each learning rate needs to come within a thousandth of the least
  /// loss.
  func findTheBestLearningRate(on sample: Sample, _ log: Transcript) {
    let (xArr, yArr) = (sample.xArr, sample.yArr)
    let least = sample.leastSquares
    let goal = 1.001 * loss(b: least.b, w: least.w, xArr: xArr, yArr: yArr)
    var best = (learningRate: 0.0, steps: Int.max)
    var table = Table(["rate": 7, "steps": 8])
    for learningRate in [0.0001, 0.001, 0.01, 0.02, 0.028, 0.029, 0.0294] {
      var (b, w, steps) = (0.0, 0.0, 0)
      while loss(b: b, w: w, xArr: xArr, yArr: yArr) > goal {
        (b, w) = stepGradient(
          bCur: b, wCur: w, xArr: xArr, yArr: yArr, lr: learningRate)
        steps += 1
      }
      if steps < best.steps { best = (learningRate, steps) }
      table.add(learningRate.general(), "\(steps)")
    }
    log.print("\(table)")
    log.value("best-rate", best.learningRate)
  }
  // snippet.end

  // snippet.distance
  /// How far b and w are from the line of the least loss after more and more steps.
  func measureTheDistance(on sample: Sample, _ log: Transcript) {
    let least = sample.leastSquares
    var table = Table(["steps": 6, "b off by": 15, "w off by": 15])
    for steps in [10, 100, 1_000, 10_000, 100_000] {
      let (b, w) = gradientDescent(
        bStart: 0, wStart: 0, xArr: sample.xArr, yArr: sample.yArr, lr: 0.001,
        iterations: steps)
      table.add("\(steps)", (least.b - b).general(3), (least.w - w).general(3))
    }
    log.print("\(table)")
  }
  // snippet.end

  // snippet.vectorized
  /// One step, with the sums over all points left to the tensors.
  func step(
    b: Double, w: Double, x: Tensor<Double>, y: Tensor<Double>, learningRate: Double
  ) -> (b: Double, w: Double) {
    let error = w * x + b - y
    let bGradient = reduceMean(2.0 * error).item
    let wGradient = reduceMean(2.0 * error * x).item
    return (b - learningRate * bGradient, w - learningRate * wGradient)
  }

  /// A thousand steps with tensors, beside a thousand with the chapter's loops.
  func descendWithTensors(on sample: Sample, _ log: Transcript) {
    let (x, y) = (Tensor(sample.xArr), Tensor(sample.yArr))
    var (b, w) = (0.0, 0.0)
    for _ in 0..<1000 {
      (b, w) = step(b: b, w: w, x: x, y: y, learningRate: 0.001)
    }
    let loops = gradientDescent(
      bStart: 0, wStart: 0, xArr: sample.xArr, yArr: sample.yArr, lr: 0.001,
      iterations: 1000)
    log.print("tensors: b = \(b.python), w = \(w.python)")
    log.print("loops:   b = \(loops.b.python), w = \(loops.w.python)")
  }
  // snippet.end

  // snippet.tape
  /// A thousand steps for which nobody derived a gradient by hand.
  func descendWithATape(on sample: Sample, _ log: Transcript) {
    let (x, y) = (Tensor(sample.xArr), Tensor(sample.yArr))
    let b = Variable(Tensor(0.0))
    let w = Variable(Tensor(0.0))
    for _ in 0..<1000 {
      let tape = GradientTape()
      let loss = tape.record { reduceMean(square(w.value * x + b.value - y)) }
      let gradients = tape.gradient(of: loss, withRespectTo: [b, w])
      b.assignSubtract(0.001 * gradients[0]!)
      w.assignSubtract(0.001 * gradients[1]!)
    }
    log.print("tape: b = \(b.value.item.python), w = \(w.value.item.python)")
  }
  // snippet.end

  // snippet.batches
  /// Descends by the gradients of some points at a time: in every epoch the points are
  /// shuffled and cut into batches, and each batch gives a step.
  func lossesByEpoch(
    on sample: Sample, batchSize: Int, learningRate: Double, epochs: Int
  ) -> [Double] {
    let random = RandomState(seed: 1)
    let count = sample.xArr.count
    var (b, w) = (0.0, 0.0)
    return (0..<epochs).map { _ in
      let order = random.permutation(count)
      for start in stride(from: 0, to: count, by: batchSize) {
        let batch = order[start..<min(start + batchSize, count)]
        (b, w) = stepGradient(
          bCur: b, wCur: w, xArr: batch.map { sample.xArr[$0] },
          yArr: batch.map { sample.yArr[$0] }, lr: learningRate)
      }
      return loss(b: b, w: w, xArr: sample.xArr, yArr: sample.yArr)
    }
  }

  /// The loss of all points after some epochs, in batches of 100, 10 and 1.
  func descendInBatches(on sample: Sample, _ log: Transcript) {
    let losses = [100, 10, 1].map { size in
      lossesByEpoch(on: sample, batchSize: size, learningRate: 0.001, epochs: 1000)
    }
    var table = Table([
      "epoch": 6, "batch of 100": 14, "batch of 10": 13, "batch of 1": 12,
    ])
    for epoch in [1, 2, 5, 10, 100, 999, 1000] {
      let row = losses.map { $0[epoch - 1].fixed(5) }
      table.add("\(epoch)", row[0], row[1], row[2])
    }
    log.print("\(table)")
  }
  // snippet.end

  // snippet.early-stopping
  /// Descends on `training` until the loss of `validation` has not become smaller for
  /// `patience` steps. Returns the line that did best there, and its step.
  func descend(
    on training: Sample, watching validation: Sample, patience: Int
  ) -> (b: Double, w: Double, step: Int) {
    var (b, w, step) = (0.0, 0.0, 0)
    var (best, least) = ((b: b, w: w, step: step), Double.infinity)
    while step < best.step + patience {
      (b, w) = stepGradient(
        bCur: b, wCur: w, xArr: training.xArr, yArr: training.yArr, lr: 0.001)
      step += 1
      let loss = loss(b: b, w: w, xArr: validation.xArr, yArr: validation.yArr)
      if loss < least { (best, least) = ((b, w, step), loss) }
    }
    return best
  }

  /// Learns from 80 points, drawn by chance, and watches the other 20.
  func stopEarly(on sample: Sample, _ log: Transcript) {
    let order = RandomState(seed: 1).permutation(100)
    func part(_ places: ArraySlice<Int>) -> Sample {
      Sample(
        name: sample.name, xArr: places.map { sample.xArr[$0] },
        yArr: places.map { sample.yArr[$0] })
    }
    let (training, validation) = (part(order[..<80]), part(order[80...]))
    var table = Table(["patience": 8, "step": 6, "training": 10, "validation": 12])
    for patience in [10, 100, 200, 1000] {
      let (b, w, step) = descend(on: training, watching: validation, patience: patience)
      let learned = loss(b: b, w: w, xArr: training.xArr, yArr: training.yArr)
      let held = loss(b: b, w: w, xArr: validation.xArr, yArr: validation.yArr)
      table.add("\(patience)", "\(step)", learned.fixed(5), held.fixed(5))
    }
    log.print("\(table)")
    let bend = descend(on: training, watching: validation, patience: 100).step
    let least = (101...).first {
      descend(on: training, watching: validation, patience: $0).step > bend
    }
    log.value("least-patience", Double(least!))
  }
  // snippet.end
}
