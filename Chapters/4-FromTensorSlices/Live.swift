import Live
import Plotting
import Tensors

// snippet.live
/// One of the first hundred digits, and what the program prints of it.
package func liveDigits(
  _ images: Tensor<UInt8>, _ labels: Tensor<UInt8>
) -> LiveChapter {
  func drawing(_ figure: Figure, _ values: Values) -> LiveFigure.Drawing {
    let (x, y) = (images[Int(values["step"])], labels[Int(values["step"])])
    return LiveFigure.Drawing(
      figure,
      [
        ("x.shape", "\(x.shape)"), ("y", y.tensorFlowDescription),
        ("y.shape", "\(y.shape)"), ("x", "\(x)"),
      ])
  }

  return LiveChapter(
    "4-FromTensorSlices",
    controls: [Control("step", (0..<100).map { Double($0) }, at: 0)],
    figures: [
      LiveFigure("digits.png", controls: ["step"]) { values in
        // Three digits, of which the first is the one chosen, or one near the end.
        let first = min(Int(values["step"]), 97)
        return drawing(
          digitsFigure(
            images[first..<first + 3], labels[first..<first + 3], count: 3, columns: 3),
          values)
      },
      LiveFigure(
        "hundred.png", controls: ["step"],
        drag: { values, _, to in values["step"] = Double(to.panel) }
      ) { values in
        let figure = digitsFigure(images, labels, count: 100, columns: 10)
        if values.areTouched {
          figure[Int(values["step"])].line(
            [0, 28, 28, 0, 0], [0, 0, 28, 28, 0], color: .red)
        }
        return drawing(figure, values)
      },
    ])
}
// snippet.end
