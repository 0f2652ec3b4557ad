import Digits
import Plotting

// snippet.steps
/// What each stage of the preparation saw of each drawing, a drawing a row.
func stepsFigure(_ preparations: [DigitPreparation]) -> Figure {
  let columns = preparations.map(\.stages.count).max() ?? 1
  let figure = Figure(
    rows: preparations.count, columns: columns, width: 150 * Double(columns),
    height: 180 * Double(preparations.count))
  for (row, preparation) in preparations.enumerated() {
    for column in 0..<columns {
      figure[row, column].hasFrame = false
      guard column < preparation.stages.count else { continue }
      let (name, shades) = (
        preparation.stages[column].name, preparation.stages[column].shades
      )
      figure[row, column].image(
        Image(
          width: shades.shape[1], height: shades.shape[0], channels: .gray,
          pixels: shades.scalars))
      figure[row, column].title = name
    }
  }
  return figure
}
// snippet.end
