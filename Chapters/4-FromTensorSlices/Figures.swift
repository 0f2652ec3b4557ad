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

  /// Features and labels as they were, and where the cuts go.
  func slices(_ features: Tensor<Double>, _ labels: Tensor<Double>) -> Figure {
    let figure = Figure(rows: 2, columns: 2, width: 560, height: 640)
    for (column, tensor) in [features, labels].enumerated() {
      let (rows, columns) = (tensor.shape[0], tensor.shape[1])
      figure[0, column].title =
        "\(column == 0 ? "features" : "labels"): \(tensor.shape)"
      figure[1, column].title = "\(rows) slices: \(tensor[0].shape)"
      for axes in [figure[0, column], figure[1, column]] {
        axes.heatmap(
          Grid(rows: rows, columns: columns, values: tensor.scalars), limits: 0...1,
          showsValues: true)
        axes.x.ticks = Tick.categories((0..<columns).map(String.init))
        axes.x.hasGrid = false
        axes.y.hasGrid = false
      }
      for row in 1..<rows {
        figure[1, column].horizontalLine(
          at: Double(row) - 0.5, color: .white, width: 10, dashes: .solid)
      }
    }
    return figure
  }
}
// snippet.end
