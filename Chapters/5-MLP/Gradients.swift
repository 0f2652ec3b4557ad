import ArgumentParser
import ChapterKit
import Digits
import Learning
import Tensors

// snippet.arguments
/// `swift run MLP gradients`: back-propagation by hand, and by the tape.
struct Gradients: Chapter {
  static let folder = "5-MLP/gradients"
  static let configuration = CommandConfiguration(
    abstract: "Computes the gradients of a batch by hand and by the tape.")

  @OptionGroup var output: OutputOptions
  // snippet.end

  // snippet.by-hand
  /// The derivatives of the loss of a batch, as derived by hand: `x` is `[n, 784]`, `y`
  /// `[n, 10]`, and the results have the shapes of w1, b1, w2, b2, w3, b3.
  func gradientsByHand(
    _ x: Tensor<Float>, _ y: Tensor<Float>, _ network: TensorFlowStyle
  ) -> [Tensor<Float>] {
    let (w1, b1) = (network.w1.value, network.b1.value)
    let (w2, b2) = (network.w2.value, network.b2.value)
    let (w3, b3) = (network.w3.value, network.b3.value)
    let n = Float(x.shape[0])

    // Forwards, keeping what the way back needs.
    let h1 = relu(matmul(x, w1) + b1)  // [n, 512]
    let h2 = relu(matmul(h1, w2) + b2)  // [n, 256]
    let out = relu(matmul(h2, w3) + b3)  // [n, 10]

    // Backwards: first the derivatives with respect to z3, z2, z1.
    let d3 = (2 / n) * (out - y) * isPositive(out)  // [n, 10]
    let d2 = matmul(d3, w3, transposeB: true) * isPositive(h2)  // [n, 256]
    let d1 = matmul(d2, w2, transposeB: true) * isPositive(h1)  // [n, 512]
    return [
      matmul(x, d1, transposeA: true), reduceSum(d1, axis: 0),  // [784, 512], [512]
      matmul(h1, d2, transposeA: true), reduceSum(d2, axis: 0),  // [512, 256], [256]
      matmul(h2, d3, transposeA: true), reduceSum(d3, axis: 0),  // [256, 10], [10]
    ]
  }

  /// The derivative of relu, where it gave `h`: 1 above 0, else 0.
  func isPositive(_ h: Tensor<Float>) -> Tensor<Float> { Tensor<Float>(h .> 0) }
  // snippet.end

  // snippet.by-tape
  /// The same derivatives, by the tape.
  func gradientsByTape(
    _ x: Tensor<Float>, _ y: Tensor<Float>, _ network: TensorFlowStyle
  ) -> [Tensor<Float>] {
    let tape = GradientTape()
    let loss = tape.record {
      meanSquaredError(network.out(x), y, reduction: .sum)
    }
    return tape.gradient(of: loss, withRespectTo: network.parameters).map { $0! }
  }
  // snippet.end

  // snippet.gradients
  func write(_ log: Transcript, into folder: OutputFolder) throws {
    let digits = Digits.mnist()
    let network = TensorFlowStyle(initialWeights())
    let trainDataset = batches(digits.trainImages, digits.trainLabels, size: 200)
    let (images, y) = trainDataset.first { _ in true }!
    let x = reshape(images, [-1, 28 * 28])

    let byHand = gradientsByHand(x, y, network)
    let byTape = gradientsByTape(x, y, network)
    log.region("gradients") {
      var table = Table([
        "": 2, "shape": 15, "greatest": 13, "by hand − by tape": 20,
      ])
      for (i, (hand, tape)) in zip(byHand, byTape).enumerated() {
        let name = ["w1", "b1", "w2", "b2", "w3", "b3"][i]
        table.add(
          name, "\(tape.shape)", greatest(tape).fixed(6), greatest(hand - tape).python)
      }
      log.print("\(table)")
    }
    log.region("nudge") { nudge(x, y, network, byTape, log) }
    log.region("price") { countMultiplications(network, images: x.shape[0], log) }
    log.region("magnitudes") { measure(trainDataset, log) }
  }

  /// The greatest absolute value.
  func greatest(_ x: Tensor<Float>) -> Double {
    Double(reduceMax(abs(x)).item)
  }
  // snippet.end

  // snippet.nudge
  /// The slope of the loss along one number of a parameter, from two losses.
  func slopeByNudging(
    _ x: Tensor<Float>, _ y: Tensor<Float>, _ network: TensorFlowStyle,
    _ parameter: Variable<Float>, at place: Int
  ) -> Double {
    let value = parameter.value
    func loss(nudgedBy nudge: Float) -> Double {
      var scalars = value.scalars
      scalars[place] += nudge
      parameter.assign(Tensor(shape: value.shape, scalars: scalars))
      return Double(meanSquaredError(network.out(x), y, reduction: .sum).item)
    }
    let (above, below) = (loss(nudgedBy: 0.001), loss(nudgedBy: -0.001))
    parameter.assign(value)
    return (above - below) / 0.002
  }

  /// The slope along the steepest number of each parameter, in both ways.
  func nudge(
    _ x: Tensor<Float>, _ y: Tensor<Float>, _ network: TensorFlowStyle,
    _ byTape: [Tensor<Float>], _ log: Transcript
  ) {
    log.print("steepest number   by the tape   by nudging")
    for (i, (parameter, slopes)) in zip(network.parameters, byTape).enumerated() {
      let size = slopes.scalars.map(\.magnitude)
      let place = size.indices.max { size[$0] < size[$1] }!
      let columns = slopes.shape.rank == 2 ? slopes.shape[1] : slopes.count
      let at =
        slopes.shape.rank == 2 ? "\(place / columns), \(place % columns)" : "\(place)"
      let slope = slopeByNudging(x, y, network, parameter, at: place)
      log.print(
        ["w1", "b1", "w2", "b2", "w3", "b3"][i] + "[\(at)]".padded(13)
          + Double(slopes.scalars[place]).fixed(4).padded(14)
          + slope.fixed(4).padded(13))
    }
  }
  // snippet.end

  // snippet.magnitudes
  /// The mean squares of what goes through the network before any training, over all
  /// training images, and how many of the sums are exactly 0, where ReLU has its bend.
  func measure(_ trainDataset: Batches, _ log: Transcript) {
    log.print("mean square of               x       h1       h2      out")
    for initializer in Initializer.allCases {
      let network = TensorFlowStyle(initialWeights(initializer))
      let layers = [
        (network.w1, network.b1), (network.w2, network.b2), (network.w3, network.b3),
      ]
      var (squares, zeros) = ([0.0, 0, 0, 0], 0)
      for (images, _) in trainDataset {
        var h = reshape(images, [-1, 28 * 28])
        squares[0] += Double(reduceMean(square(h)).item)
        for (i, (w, b)) in layers.enumerated() {
          let z = matmul(h, w.value) + b.value
          zeros += z.scalars.count { $0 == 0 }
          h = relu(z)
          squares[i + 1] += Double(reduceMean(square(h)).item)
        }
      }
      let means = squares.map { $0 / Double(trainDataset.count) }
      log.print(
        (initializer.rawValue + ":").padded(20)
          + means.map { $0.fixed(4).padded(9) }.joined())
      if initializer == .glorot {
        for (name, mean) in zip(["x", "h1", "h2", "out"], means) {
          log.value("mean-square-\(name)", mean)
        }
        log.value("exact-zeros", Double(zeros))
      }
    }
  }
  // snippet.end

  // snippet.price
  /// The multiplications in the products of a step. Each layer multiplies every weight
  /// once for every image on the way forwards, and once more for the weight's gradient.
  /// All but the first do so a third time, to hand the derivatives on.
  func countMultiplications(
    _ network: TensorFlowStyle, images: Int, _ log: Transcript
  ) {
    let weights = [network.w1, network.w2, network.w3].map(\.shape.count)
    let all = weights.reduce(0, +)
    let forwards = images * all
    let backwards = images * (all + all - weights[0])
    log.print("weights: \(all)")
    log.print("multiplications of a step, forwards:  \(forwards)")
    log.print("multiplications of a step, backwards: \(backwards)")
    log.value("million-multiplications", Double(forwards + backwards) / 1e6)
  }
  // snippet.end
}
