import Live
import Plotting
import Tensors

// snippet.live
/// The run with another rate, with fewer steps, or on a sample drawn from a seed: 0 is
/// the reconstruction.
package func liveRegression() -> LiveChapter {
  let sample = Latest { (seed: Double) in
    seed == 0
      ? Sample.reconstructed(noiseSeed: Sample.noiseSeed)
      : Sample.drawn(seed: UInt32(seed), points: 100)
  }
  let ground = Latest { (seed: Double) in landscape(of: sample(seed)) }
  let histories = Latest { (arguments: [Double]) in
    History(
      sample(arguments[0]), learningRate: arguments[1], iterations: Int(arguments[2]))
  }
  func history(_ values: Values) -> History {
    histories([values["seed"], values["rate"], values["steps"]])
  }
  func drawing(_ figure: Figure, _ values: Values) -> LiveFigure.Drawing {
    let history = history(values)
    return LiveFigure.Drawing(
      figure,
      [
        ("b", history.bs.last!.python), ("w", history.ws.last!.python),
        ("loss", history.losses.last!.python),
      ])
  }

  let controls = ["rate", "steps", "seed"]
  let play = [Button("play", .play, "steps")]
  // One or two digits and zeros, which are among the steps that a history keeps.
  let steps =
    Array(1..<100) + [10, 100, 1000].flatMap { ten in (10..<100).map { $0 * ten } }
  return LiveChapter(
    "3-LinearRegression",
    controls: [
      Control(
        "rate",
        [0.00001, 0.00003, 0.0001, 0.0003, 0.001, 0.003, 0.01, 0.02, 0.029, 0.03],
        at: 0.001),
      Control("steps", (steps + [100_000]).map { Double($0) }, at: 100_000),
      Control("seed", kind: .number, (0...999).map { Double($0) }, at: 0),
    ],
    figures: [
      LiveFigure("fit.png", controls: controls, buttons: play) { values in
        let history = history(values)
        return drawing(
          fitFigure(
            of: sample(values["seed"]), b: history.bs.last!, w: history.ws.last!),
          values)
      },
      LiveFigure("loss.png", controls: controls, buttons: play) { values in
        drawing(
          lossFigure(of: history(values), on: sample(values["seed"])), values)
      },
      LiveFigure("path.png", controls: controls, buttons: play) { values in
        drawing(
          pathFigure(of: history(values), over: ground(values["seed"])), values)
      },
    ])
}
// snippet.end
