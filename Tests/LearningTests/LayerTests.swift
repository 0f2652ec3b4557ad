import Learning
import Tensors
import Testing

@Suite struct LayerTests {
  let x: Tensor<Float> = [[1, 2], [3, -4]]

  @Test func denseIsActivationOfProductPlusBias() {
    let layer = Dense(w: [[1, 0, -1], [2, 1, 0.5]])
    #expect(layer(x) == [[5, 2, 0], [-5, -4, -5]])
    layer.b.assign([1, -3, 0.25])
    #expect(layer(x) == [[6, -1, 0.25], [-4, -7, -4.75]])
    let bent = Dense(w: layer.w.value, activation: .relu)
    bent.b.assign(layer.b.value)
    #expect(bent(x) == [[6, 0, 0.25], [0, 0, 0]])
  }

  @Test func denseBeginsGlorotUniformWithoutBias() {
    let layer = Dense(4, 3, activation: .relu, from: RandomState(seed: 9))
    #expect(layer.w.value == glorotUniform(4, 3, from: RandomState(seed: 9)))
    #expect(layer.b.value == [0, 0, 0])
    #expect(layer.parameters.map(\.shape) == [[4, 3], [3]])
    #expect(layer.parameters[0] === layer.w && layer.parameters[1] === layer.b)
    #expect(layer(zeros([5, 4])).shape == [5, 3])
  }

  @Test func sequentialFeedsEachLayerToTheNext() {
    let random = RandomState(seed: 4)
    let first = Dense(2, 4, activation: .relu, from: random)
    let second = Dense(4, 3, activation: .relu, from: random)
    let third = Dense(3, 1, from: random)
    let model = Sequential {
      first
      second
      third
    }
    #expect(model(x) == third(second(first(x))))
    #expect(model(x).shape == [2, 1])
    #expect(
      model.parameters.map(\.shape) == [[2, 4], [4], [4, 3], [3], [3, 1], [1]])
    #expect(model.parameters[2] === second.w)
    #expect(Sequential {}(x) == x)
  }

  @Test func meanSquaredErrorSumsOrAveragesOverTheOutputs() {
    let out: Tensor<Double> = [[1, 2, 3], [4, 5, 6]]
    let y: Tensor<Double> = [[1, 0, 6], [2, 5, 2]]
    #expect(meanSquaredError(out, y, reduction: .sum).item == 33.0 / 2)
    #expect(meanSquaredError(out, y, reduction: .mean).item == 33.0 / 6)
    #expect(meanSquaredError(out, y) == meanSquaredError(out, y, reduction: .mean))
    #expect(meanSquaredError(out[0], y[0]).item == 13.0 / 3)
  }

  @Test(arguments: Reduction.allCases)
  func meanSquaredErrorsSlopeIsTwiceTheErrorOverTheCount(reduction: Reduction) {
    let out = Variable<Double>([[1, 2], [3, 4], [5, 6]])
    let y: Tensor<Double> = [[0, 0], [0, 0], [0, 1]]
    let tape = GradientTape()
    let loss = tape.record { meanSquaredError(out.value, y, reduction: reduction) }
    let count: Double = reduction == .sum ? 3 : 6
    // Times 1 / count, not over count: the loss's slope is rounded before it is passed on.
    let slope = tape.gradient(of: loss, withRespectTo: out)!
    let expected = 2 * (out.value - y) * (1 / count)
    #expect(slope == expected)
  }

  @Test func sgdStepsDownTheGradient() {
    let w = Variable<Float>([1, 2, 3])
    let b = Variable<Float>([[4]])
    let optimizer = SGD(learningRate: 0.5)
    optimizer.apply([[2, -4, 0], nil], to: [w, b])
    #expect(w.value == [0, 4, 3])
    #expect(b.value == [[4]])
  }

  @Test func aSmallNetworkLearnsExclusiveOr() {
    let features: Tensor<Float> = [[0, 0], [0, 1], [1, 0], [1, 1]]
    let labels: Tensor<Float> = [[0], [1], [1], [0]]
    let random = RandomState(seed: 0)
    let model = Sequential {
      Dense(2, 8, activation: .relu, from: random)
      Dense(8, 1, from: random)
    }
    let optimizer = SGD(learningRate: 0.1)
    var losses: [Float] = []
    for _ in 0..<1000 {
      let tape = GradientTape()
      let loss = tape.record { meanSquaredError(model(features), labels) }
      let gradients = tape.gradient(of: loss, withRespectTo: model.parameters)
      optimizer.apply(gradients, to: model.parameters)
      losses.append(loss.item)
    }
    #expect(losses[0] > 0.2)
    #expect(losses[999] < 1e-4)
    #expect((model(features) .> 0.5) == [[false], [true], [true], [false]])
  }
}
