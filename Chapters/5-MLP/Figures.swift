import Digits
import Plotting
import Tensors

// snippet.input
/// A digit, its 784 pixels row behind row, and the output that training asks for.
func inputFigure(_ digit: Tensor<UInt8>, label: Int) -> Figure {
  let figure = Figure(columns: 3, width: 840, height: 260, widths: [1.1, 2, 1.2])
  figure[0].title = "28 × 28 pixels"
  figure[0].image(
    Image(width: 28, height: 28, values: digit.scalars.map { -Double($0) }))
  figure[1].title = "unrolled: 784 numbers"
  figure[1].x.label = "pixel"
  figure[1].bars(digit.scalars.map { Double($0) / 255 }, width: 1)
  figure[2].title = "one-hot target of \(label)"
  figure[2].x.label = "output"
  figure[2].bars((0..<10).map { $0 == label ? 1 : 0 })
  figure[2].x.ticks = Tick.categories((0..<10).map(String.init))
  return figure
}
// snippet.end

// snippet.relu
/// The rectified linear unit.
func reluFigure() -> Figure {
  let figure = Figure(width: 420, height: 300)
  let x: Tensor<Double> = linspace(-3, 3, count: 121)
  figure.x.label = "x"
  figure.y.label = "relu(x)"
  figure.line(x.scalars, relu(x).scalars)
  return figure
}
// snippet.end

// snippet.network
/// The network: what it holds after each layer, and what lies between.
func networkFigure(weights: [Tensor<Float>], batchSize: Int) -> Figure {
  let figure = Figure(width: 840, height: 220)
  figure.hasFrame = false
  let names = ["x", "h₁", "h₂", "out"]
  let signs = ["₁", "₂", "₃"]
  for (i, count) in ([weights[0].shape[0]] + weights.map { $0.shape[1] }).enumerated() {
    let left = 4.4 * Double(i)
    let half = 0.6 + 1.6 * Double(count) / 784
    figure.box(
      x: left...left + 2, y: -half...half, "\(names[i])\n(\(batchSize), \(count))")
    if i < 3 {
      let middle = (left + 3.2, 0.0)
      let (w, b) = (
        "w\(signs[i]) \(weights[i].shape)", "b\(signs[i]) (\(weights[i].shape[1]),)"
      )
      figure.arrow(from: (left + 2.1, 0), to: (left + 4.3, 0))
      figure.text("\(w)\n\(b)", at: middle, offset: (0, -8), anchor: .bottom)
      figure.text("relu", at: middle, offset: (0, 8), anchor: .top)
    }
  }
  return figure
}
// snippet.end

// snippet.loss
/// The loss of every step, and the mean of the hundred around it.
func lossFigure(_ losses: [Double]) -> Figure {
  let figure = Figure()
  let means = losses.indices.map { i in
    let around = losses[max(i - 50, 0)..<min(i + 50, losses.count)]
    return around.reduce(0, +) / Double(around.count)
  }
  figure.x.label = "step"
  figure.y.label = "loss"
  figure.line(losses, label: "each step", color: .sky, width: 0.6)
  figure.line(means, label: "mean of 100 steps", color: .black, width: 1.6)
  return figure
}
// snippet.end

// snippet.predictions
/// Test images with what the network makes of them: the first ones it gets right above,
/// the first ones it gets wrong below, each with its ten outputs.
func predictionsFigure(_ test: Evaluation, images: Tensor<UInt8>) -> Figure {
  let right = test.answers.filter(\.isRight).prefix(4)
  let wrong = test.answers.filter { !$0.isRight }.prefix(4)
  let figure = Figure(
    rows: 4, columns: 4, width: 840, height: 760, heights: [1, 0.7, 1, 0.7])
  figure.title = "The ten outputs for test images, the digit’s own darker"
  for (row, answers) in [(0, right), (2, wrong)] {
    for (column, answer) in answers.enumerated() {
      let picture = figure[row, column]
      picture.title = "\(answer.label) read as \(answer.reading)"
      picture.image(
        Image(
          width: 28, height: 28,
          values: images[answer.image].scalars.map { -Double($0) }))
      let outputs = figure[row + 1, column]
      outputs.bars(answer.outputs, color: .orange)
      outputs.bars(
        [answer.outputs[answer.label]], at: [Double(answer.label)], color: .blue)
      outputs.y.limits = 0...1.2
      outputs.x.ticks = Tick.categories((0..<10).map(String.init))
      outputs.x.hasGrid = false
    }
  }
  return figure
}
// snippet.end

// snippet.confusion
/// How often each digit was read as each digit; the darker, the more often, up to the
/// most frequent mistake.
func confusionFigure(_ test: Evaluation) -> Figure {
  let figure = Figure(width: 520, height: 500)
  var counts = [Double](repeating: 0, count: 100)
  for answer in test.answers { counts[answer.label * 10 + answer.reading] += 1 }
  let mistakes = counts.enumerated().filter { $0.offset % 11 != 0 }.map(\.element)
  let digits = Tick.categories((0..<10).map(String.init))
  figure.x.label = "read as"
  figure.y.label = "digit"
  figure.x.ticks = digits
  figure.y.ticks = digits
  figure.heatmap(
    rows: 10, columns: 10, counts, colormap: .blues,
    limits: 0...max(mistakes.max()!, 1), decimals: 0)
  return figure
}
// snippet.end

// snippet.weights
/// Weights of the first layer, of its hundred units that matter most, each unit as the
/// image that it looks for: red where ink counts for it, blue where it counts against.
///
/// A unit matters by the length of its weights into the second layer, `w2`.
func weightsFigure(
  _ w1: Tensor<Float>, importanceFrom w2: Tensor<Float>, title: String
) -> Figure {
  let importance = reduceSum(square(w2), axis: 1).scalars
  let order = importance.indices.sorted { importance[$0] > importance[$1] }
  let units = transpose(w1)
  let images = order.prefix(100).map { unit in
    let weights = units[unit]
    let largest = Double(reduceMax(abs(weights)).item)
    // Seventeen shades, which the eye can just tell apart, make a much smaller file.
    let shades = weights.scalars.map { (Double($0) / largest * 8).rounded() }
    return Image(
      width: 28, height: 28, values: shades, colormap: .diverging, limits: -8...8)
  }
  return Figure(images: images, columns: 10, title: title)
}
// snippet.end

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
