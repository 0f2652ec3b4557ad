import Plotting
import Tensors

// snippet.input
/// A digit, its 784 pixels row behind row, and the output that training asks for.
func inputFigure(_ digit: Tensor<UInt8>, label: Int) -> Figure {
  let figure = Figure(columns: 3, width: 840, height: 300)
  figure[0].title = "28 × 28 pixels"
  figure[0].image(
    Image(width: 28, height: 28, values: digit.scalars.map { -Double($0) }))
  figure[1].title = "unrolled: 784 numbers"
  figure[1].x.label = "pixel"
  figure[1].line(digit.scalars.map { Double($0) / 255 }, width: 0.8)
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
  figure[0].x.label = "x"
  figure[0].y.label = "relu(x)"
  figure[0].line(x.scalars, relu(x).scalars)
  return figure
}
// snippet.end

// snippet.network
/// The network: what it holds after each layer, and what lies between.
func networkFigure() -> Figure {
  let figure = Figure(width: 840, height: 260)
  let axes = figure[0]
  axes.hasFrame = false
  axes.x.limits = 0...16
  axes.y.limits = 0...5
  let tensors = [
    ("x", "[200, 784]"), ("h₁", "[200, 512]"), ("h₂", "[200, 256]"),
    ("out", "[200, 10]"),
  ]
  let parameters = [
    "w₁ [784, 512]\nb₁ [512]", "w₂ [512, 256]\nb₂ [256]", "w₃ [256, 10]\nb₃ [10]",
  ]
  for (i, (name, shape)) in tensors.enumerated() {
    let left = 0.5 + 4.3 * Double(i)
    let half = [2.0, 1.6, 1.2, 0.6][i]
    axes.rectangle(x: left...left + 2, y: 2.5 - half...2.5 + half, color: .blue)
    axes.text(name, at: Point(left + 1, 2.5), offset: Point(0, -9), size: 13)
    axes.text(shape, at: Point(left + 1, 2.5), offset: Point(0, 9))
    if i < 3 {
      axes.arrow(from: Point(left + 2.1, 2.5), to: Point(left + 4.2, 2.5))
      axes.text(parameters[i], at: Point(left + 3.15, 2.5), offset: Point(0, -28))
      axes.text("relu", at: Point(left + 3.15, 2.5), offset: Point(0, 14))
    }
  }
  return figure
}
// snippet.end

// snippet.loss
/// The loss of every step, and the mean of the last hundred.
func lossFigure(_ losses: [Double]) -> Figure {
  let figure = Figure()
  var sum = 0.0
  let means = losses.indices.map { i in
    sum += losses[i] - (i >= 100 ? losses[i - 100] : 0)
    return sum / Double(min(i + 1, 100))
  }
  figure[0].x.label = "step"
  figure[0].y.label = "loss"
  figure[0].line(losses, label: "each step", color: .sky, width: 0.6)
  figure[0].line(means, label: "mean of the last 100", color: .black, width: 1.6)
  return figure
}
// snippet.end

// snippet.predictions
/// Test images with what the network makes of them: the first ones it gets right above,
/// the first ones it gets wrong below, each with its ten outputs.
func predictionsFigure(_ test: Evaluation, images: Tensor<UInt8>) -> Figure {
  let right = test.answers.filter(\.isRight).prefix(4)
  let wrong = test.answers.filter { !$0.isRight }.prefix(4)
  let figure = Figure(rows: 4, columns: 4, width: 840, height: 860)
  for (row, answers) in [(0, right), (2, wrong)] {
    for (column, answer) in answers.enumerated() {
      let picture = figure[row, column]
      picture.title = "\(answer.label) read as \(answer.reading)"
      picture.image(
        Image(
          width: 28, height: 28,
          values: images[answer.image].scalars.map { -Double($0) }))
      let outputs = figure[row + 1, column]
      outputs.bars(answer.outputs, color: answer.isRight ? .blue : .red)
      outputs.y.limits = 0...1.2
      outputs.x.ticks = Tick.categories((0..<10).map(String.init))
    }
  }
  return figure
}
// snippet.end

// snippet.confusion
/// How often each digit was read as each digit.
func confusionFigure(_ test: Evaluation) -> Figure {
  let figure = Figure(width: 600, height: 540)
  var counts = [Double](repeating: 0, count: 100)
  for answer in test.answers { counts[answer.label * 10 + answer.reading] += 1 }
  let digits = Tick.categories((0..<10).map(String.init))
  figure[0].x.label = "read as"
  figure[0].y.label = "digit"
  figure[0].x.ticks = digits
  figure[0].y.ticks = digits
  figure[0].x.hasGrid = false
  figure[0].y.hasGrid = false
  figure[0].heatmap(
    Grid(rows: 10, columns: 10, values: counts), colorBar: "images", showsValues: true)
  return figure
}
// snippet.end

// snippet.weights
/// Weights of the first layer, of its hundred units that matter most, each unit as the
/// image that it looks for: red where ink counts for it, blue where it counts against.
///
/// A unit matters by the length of its weights into the second layer, `w2`.
func weightsFigure(_ w1: Tensor<Float>, importanceFrom w2: Tensor<Float>) -> Figure {
  let importance = reduceSum(square(w2), axis: 1).scalars
  let order = importance.indices.sorted { importance[$0] > importance[$1] }
  let units = transpose(w1)
  let images = order.prefix(100).map { unit in
    let weights = units[unit]
    let largest = Double(reduceMax(relu(weights) + relu(-weights)).item)
    // Seventeen shades, which the eye can just tell apart, make a much smaller file.
    let shades = weights.scalars.map { (Double($0) / largest * 8).rounded() }
    return Image(
      width: 28, height: 28, values: shades, colormap: .diverging, limits: -8...8)
  }
  return Figure(images: images, columns: 10)
}
// snippet.end
