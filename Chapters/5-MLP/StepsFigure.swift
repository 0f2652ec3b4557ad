import Digits
import Plotting
import Tensors

// snippet.drawing
/// What each stage of the preparation saw of a drawing, and the network's ten outputs.
func drawingFigure(
  _ preparation: DigitPreparation, _ out: Tensor<Float>, reading: String
) -> Figure {
  let stages = preparation.stages
  let (columns, rows) = (4, stages.count / 4 + 1)
  let figure = Figure(
    rows: rows, columns: columns, width: 840, height: 215 * Double(rows))
  for panel in 0..<rows * columns { figure[panel].hasFrame = panel == stages.count }
  for (i, stage) in stages.enumerated() { figure[i].show(stage) }
  let outputs = figure[stages.count]
  outputs.title = "read as \(reading)"
  outputs.bars(out.scalars.map(Double.init))
  outputs.y.limits = 0...max(1.2, Double(reduceMax(out).item))
  outputs.x.ticks = Tick.categories((0..<10).map(String.init))
  return figure
}
// snippet.end

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
      if column < preparation.stages.count {
        figure[row, column].show(preparation.stages[column])
      }
    }
  }
  return figure
}

extension Axes {
  /// Shows what a stage saw, under its name.
  fileprivate func show(_ stage: DigitPreparation.Stage) {
    let shades = stage.shades
    image(
      Image(
        width: shades.shape[1], height: shades.shape[0], channels: .gray,
        pixels: shades.scalars))
    title = stage.name
  }
}
// snippet.end
