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
/// The first digits, enlarged, each with its label.
func digitsFigure(
  _ x: Tensor<UInt8>, _ y: Tensor<UInt8>, count: Int, columns: Int
) -> Figure {
  let shown = min(count, x.shape[0])
  return Figure(
    images: (0..<shown).map { Image(digit: x[$0]) },
    captions: (0..<shown).map { "\(y[$0].item)" }, columns: columns)
}

/// Features and labels as they were, and the slices of the first axis, in pairs.
func slicesFigure(_ features: Tensor<Double>, _ labels: Tensor<Double>) -> Figure {
  let figure = Figure(columns: 4, width: 840, height: 300, widths: [3, 1, 3, 1])
  for (column, tensor) in [features, labels, features, labels].enumerated() {
    let (rows, columns) = (tensor.shape[0], tensor.shape[1])
    let isCut = column >= 2
    let name = ["features", "labels", "x", "y"][column]
    figure[column].title = "\(name) \(isCut ? tensor[0].shape : tensor.shape)"
    figure[column].heatmap(
      rows: rows, columns: columns, tensor.scalars, limits: 0...1, decimals: 4,
      rowGap: isCut ? 0.25 : 0)
    figure[column].hasOutline = !isCut
    figure[column].x.ticks = []
    figure[column].y.ticks =
      [[], [], (0..<rows).map { Tick(Double($0), "element \($0)") }, []][column]
    figure[column].y.hasGrid = false
  }
  return figure
}
// snippet.end
