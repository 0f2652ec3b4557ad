import Live
import Plotting
import Tensors

// snippet.live
/// Walks from another start, and one of them with another rate, step by step.
package func liveDescent() -> LiveChapter {
  func rates(_ values: Values) -> [Double] { [values["rate"], 0.45, 0.8, 1, 1.05] }
  func paths(_ values: Values) -> [[Double]] {
    rates(values).map { descend(from: values["start"], learningRate: $0, limit: 200) }
  }

  return LiveChapter(
    "2-GradientDescent",
    controls: [
      Control("start", hundredths: -500...500, at: 4),
      Control("rate", hundredths: 1...120, at: 0.1),
      Control("steps", (0...50).map { Double($0) }, at: 8),
    ],
    figures: [
      LiveFigure(
        "descent.png", controls: ["start", "rate", "steps"],
        buttons: [
          Button("from the start", .first, "steps"),
          Button("once more", .next, "steps"), Button("play", .play, "steps"),
        ]
      ) { values in
        let steps = Int(values["steps"])
        // Of a longer walk the last eight steps.
        let shown = paths(values).map { path in
          Array(path.prefix(steps + 1).suffix(9))
        }
        let x = shown[0].last!
        return LiveFigure.Drawing(
          stepsFigure(of: shown, learningRates: rates(values)),
          [("x", x.general()), ("f(x)", f(x).general())])
      },
      LiveFigure("values.png", controls: ["start", "rate"]) { values in
        let paths = paths(values)
        return LiveFigure.Drawing(
          valuesFigure(of: paths, learningRates: rates(values)),
          [("steps", "\(paths[0].count - 1)")])
      },
    ])
}
// snippet.end
