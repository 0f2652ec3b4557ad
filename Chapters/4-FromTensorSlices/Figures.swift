import Plotting
import Tensors

// snippet.digit
extension Image {
  /// A digit as it is printed: ink, 255, becomes black on white.
  init(digit: Tensor<UInt8>) {
    self.init(
      width: digit.shape[1], height: digit.shape[0], channels: .gray,
      pixels: digit.scalars.map { 255 - $0 })
  }
}
// snippet.end

// snippet.figures
extension FromTensorSlices {
  /// The first digits, enlarged, each with its label.
  func digits(
    _ x: Tensor<UInt8>, _ y: Tensor<UInt8>, count: Int, columns: Int
  ) -> Figure {
    let shown = min(count, x.shape[0])
    return Figure(
      images: (0..<shown).map { Image(digit: x[$0]) },
      captions: (0..<shown).map { "\(y[$0].item)" }, columns: columns)
  }

  /// Features and labels as they were, and what each of the six slices holds of them.
  func slices(_ features: Tensor<Double>, _ labels: Tensor<Double>) -> Figure {
    let figure = Figure(rows: 2, columns: 2, width: 560, height: 720)
    for (column, (name, tensor)) in [("features", features), ("labels", labels)]
      .enumerated()
    {
      let (rows, columns) = (tensor.shape[0], tensor.shape[1])
      let before = figure[0, column]
      before.title = "\(name): \(tensor.shape)"
      before.heatmap(
        Grid(rows: rows, columns: columns, values: tensor.scalars), limits: 0...1,
        showsValues: true)

      // An empty row between two slices shows where the cut goes.
      let after = figure[1, column]
      let gap = [Double](repeating: .nan, count: columns)
      let cut = (0..<rows).flatMap { row in
        (row == 0 ? [] : gap) + tensor[row].scalars
      }
      after.title = "\(rows) slices: \(tensor[0].shape)"
      after.heatmap(
        Grid(rows: 2 * rows - 1, columns: columns, values: cut), limits: 0...1,
        showsValues: true)
      after.y.ticks = (0..<rows).map { Tick(Double(2 * $0), "\($0)") }
      for axes in [before, after] {
        axes.x.ticks = (0..<columns).map { Tick(Double($0), "\($0)") }
        axes.x.hasGrid = false
        axes.y.hasGrid = false
      }
    }
    return figure
  }
}
// snippet.end
