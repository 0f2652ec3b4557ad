import Testing

@testable import Tensors

/// A network of three layers against PyTorch: Fixtures/gradients/make_gradients.py.
@Suite struct GradientFixtureTests {
  @Test(arguments: ["sum", "mean"])
  func agreesWithPyTorch(reduction: String) throws {
    try compare(Float.self, reduction, type: "float32", tolerance: 1e-5)
    try compare(Double.self, reduction, type: "float64", tolerance: 1e-12)
  }

  private func compare<Scalar: TensorFloat & LosslessStringConvertible>(
    _: Scalar.Type, _ reduction: String, type: String, tolerance: Scalar
  ) throws {
    var fixture: [String: Tensor<Scalar>] = [:]
    for (call, results) in try Fixture("gradients/gradients.txt").lines {
      let scalars = try results.map { try #require(Scalar($0)) }
      let shape = Shape(Fixture.dimensions(call[1]))
      fixture[call[0]] = Tensor(shape: shape, scalars: scalars)
    }
    func known(_ name: String) throws -> Tensor<Scalar> {
      try #require(fixture[name], "\(name)")
    }
    let (x, y) = (try known("x"), try known("y"))
    let names = ["w1", "b1", "w2", "b2", "w3", "b3"]
    let variables = try names.map { Variable(try known($0)) }

    let tape = GradientTape()
    let loss = tape.record {
      let out = stride(from: 0, to: 6, by: 2).reduce(x) { x, layer in
        relu(matmul(x, variables[layer].value) + variables[layer + 1].value)
      }
      let squares = square(out - y)
      return reduction == "sum"
        ? reduceSum(squares) / Scalar(y.shape[0]) : reduceMean(squares)
    }
    let gradients = tape.gradient(of: loss, withRespectTo: variables)

    let results = zip(names, gradients).map { ($0, $1) } + [("loss", loss)]
    for (name, found) in results {
      let found = try #require(found)
      let expected = try known("\(reduction).\(type).\(name)")
      #expect(found.shape == expected.shape)
      for (a, b) in zip(found.scalars, expected.scalars) {
        #expect((a - b).magnitude <= tolerance * b.magnitude, "\(name): \(a), not \(b)")
      }
    }
  }
}
