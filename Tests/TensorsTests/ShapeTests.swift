import Testing

@testable import Tensors

@Suite struct ShapeTests {
  @Test func printsAsAPythonTuple() {
    #expect("\(Shape([]))" == "()")
    #expect("\(Shape([3]))" == "(3,)")
    #expect("\(Shape([28, 28]))" == "(28, 28)")
  }

  @Test func countsItsScalars() {
    #expect(Shape([]).count == 1)
    #expect(Shape([2, 3, 4]).count == 24)
    #expect(Shape([2, 0, 4]).count == 0)
  }
}
