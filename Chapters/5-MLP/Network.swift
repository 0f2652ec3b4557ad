import Digits
import Learning
import Tensors

// snippet.arguments
// The chapter on one page: the data, the network in layers, a step of its training, the
// loop over the steps, and the test. TensorFlowStyle.swift has the same network and step
// without layers.
// snippet.end

// snippet.data
/// Images `[n, 28, 28]` from 0 to 1, and one-hot targets `[n, 10]`.
typealias Batches = Dataset<(Tensor<Float>, Tensor<Float>)>

/// The images and labels in file order, cut into batches. The bytes become numbers a
/// batch at a time: pixels from 0 to 1, and for each label ten numbers, 1 at its digit.
func batches(
  _ images: Tensor<UInt8>, _ labels: Tensor<UInt8>, size: Int
) -> Batches {
  Dataset.fromTensorSlices((images, labels)).batch(size).map { x, y in
    (Tensor<Float>(x) / 255, oneHot(y, depth: 10))
  }
}
// snippet.end

// snippet.network
/// The network 784–512–256–10, in whatever style it is written.
protocol Network {
  /// The ten outputs for each image: `[n, 28, 28]` becomes `[n, 10]`.
  func out(_ x: Tensor<Float>) -> Tensor<Float>

  /// One step of training, on a batch; returns the loss before it.
  func step(_ x: Tensor<Float>, _ y: Tensor<Float>) -> Tensor<Float>

  /// What training changes: weights and biases, layer by layer.
  var parameters: [Variable<Float>] { get }
}
// snippet.end

// snippet.keras-model
/// The network as layers, with a loss and an optimizer.
struct KerasStyle: Network {
  var model: Sequential
  var loss: (_ out: Tensor<Float>, _ y: Tensor<Float>) -> Tensor<Float>
  var optimizer: (_ grads: [Tensor<Float>?], _ parameters: [Variable<Float>]) -> Void

  init(
    _ weights: [Tensor<Float>], learningRate: Float = 0.001,
    reduction: Reduction = .sum
  ) {
    model = Sequential {
      Dense(w: weights[0], activation: .relu)
      Dense(w: weights[1], activation: .relu)
      Dense(w: weights[2], activation: .relu)
    }
    loss = { out, y in meanSquaredError(out, y, reduction: reduction) }
    optimizer = { SGD(learningRate: learningRate).apply($0, to: $1) }
  }
  // snippet.end

  // snippet.keras-out
  func out(_ x: Tensor<Float>) -> Tensor<Float> {
    model(reshape(x, [-1, 28 * 28]))
  }

  var parameters: [Variable<Float>] { model.parameters }
  // snippet.end

  // snippet.keras-step
  func step(_ x: Tensor<Float>, _ y: Tensor<Float>) -> Tensor<Float> {
    let tape = GradientTape()
    let loss = tape.record { self.loss(out(x), y) }
    let grads = tape.gradient(of: loss, withRespectTo: parameters)
    optimizer(grads, parameters)
    return loss
  }
  // snippet.end
}

// snippet.train
/// Trains a network on all batches, epoch by epoch, and hands each loss to `report`.
/// The first `done` steps are passed over: they were taken before.
func train(
  _ network: some Network, on trainDataset: Batches, epochs: Int, after done: Int = 0,
  report: (StepLoss) throws -> Void
) throws {
  for epoch in done / trainDataset.count..<epochs {
    for (step, (x, y)) in trainDataset.enumerated()
    where epoch * trainDataset.count + step >= done {
      let loss = StepLoss(epoch: epoch, step: step, loss: network.step(x, y).item)
      guard loss.loss.isFinite else {
        throw NotFiniteError("the loss is \(loss.loss.numpyText)", at: loss)
      }
      try report(loss)
    }
  }
}
// snippet.end

// snippet.evaluate
/// What a network makes of images that it has not seen.
struct Evaluation {
  /// What it makes of one image.
  struct Answer {
    let image: Int
    let label: Int
    /// The digit of the greatest output.
    let reading: Int
    let outputs: [Double]

    var isRight: Bool { reading == label }
  }

  let answers: [Answer]

  init(
    _ network: some Network, images: Tensor<UInt8>, labels: Tensor<UInt8>
  ) throws {
    var answers: [Answer] = []
    for (x, y) in batches(images, labels, size: 1000) {
      let out = network.out(x)
      guard out.isFinite else { throw NotFiniteError("an output is no finite number") }
      let readings = argmax(out, axis: 1).scalars
      let labels = argmax(y, axis: 1).scalars
      for row in readings.indices {
        answers.append(
          Answer(
            image: answers.count, label: Int(labels[row]), reading: Int(readings[row]),
            outputs: out[row].scalars.map(Double.init)))
      }
    }
    self.answers = answers
  }

  /// The share of images that were read right.
  var accuracy: Double {
    Double(answers.count(where: \.isRight)) / Double(answers.count)
  }

  /// The greatest output of each answer that is right, or of each that is not.
  func greatestOutputs(right: Bool) -> [Double] {
    answers.filter { $0.isRight == right }.map { $0.outputs.max()! }
  }

  /// The number of outputs that are 0 for every image: their ReLU is dead.
  var deadUnits: Int {
    (0..<10).count { unit in answers.allSatisfy { $0.outputs[unit] == 0 } }
  }
}
// snippet.end
