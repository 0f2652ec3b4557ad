import Live
import Plotting
import Tensors

// snippet.live
/// The line by its slope and intercept, by its ends, or as a dot among all lines.
package func liveLines() -> LiveChapter {
  let points = noisyPoints(count: 5, seed: 1)
  let axes = squaresFigure(on: points).axes
  func line(_ values: Values) -> Line { Line(w: values["w"], b: values["b"]) }
  func drawing(_ figure: Figure, _ values: Values) -> LiveFigure.Drawing {
    LiveFigure.Drawing(figure, [("loss", loss(line(values), points).fixed(4))])
  }

  return LiveChapter(
    "1-LossFunctions",
    controls: [
      Control("w", hundredths: -100...300, at: 1),
      Control("b", hundredths: -400...600, at: 1),
    ],
    figures: [
      LiveFigure(
        "squares.png", controls: ["w", "b"],
        drag: { values, from, to in
          // The point of the line that was taken hold of moves, the other one stays.
          let (held, other) = from.x < 3 ? (1.0, 5.0) : (5.0, 1.0)
          let moved = Line(
            through: Point(x: held, y: to.y), Point(x: other, y: line(values)(other)))
          (values["w"], values["b"]) = (moved.w, moved.b)
        }
      ) { values in
        let figure = squaresFigure(on: points, line: line(values))
        figure.axes.keepEnds(of: axes)
        if values.areTouched {
          figure.scatter([1, 5], [1, 5].map { line(values)($0) }, color: .blue)
        }
        return drawing(figure, values)
      },
      LiveFigure("loss-by-slope.png", controls: ["w", "b"]) { values in
        drawing(lossBySlopeFigure(on: points, line: line(values)), values)
      },
      LiveFigure(
        "loss.png", controls: ["w", "b"],
        drag: { values, _, to in (values["w"], values["b"]) = (to.x, to.y) }
      ) { values in
        let figure = lossOfAllLinesFigure(on: points)
        if values.areTouched {
          figure.scatter([values["w"]], [values["b"]], color: .red)
        }
        return drawing(figure, values)
      },
    ])
}
// snippet.end
