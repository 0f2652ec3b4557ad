import Testing

@testable import Tensors

@Suite struct ShapeOperationTests {
  let x: Tensor<Int32> = [[0, 1, 2], [3, 4, 5]]

  @Test func aShapeCountsItsScalars() {
    #expect(Shape([]).count == 1 && "\(Shape([]))" == "()")
    #expect(Shape([2, 0, 4]).count == 0 && "\(Shape([2, 0, 4]))" == "(2, 0, 4)")
  }

  @Test func reshapesAndFindsTheSizeLeftOpen() {
    #expect(reshape(x, [3, 2]) == [[0, 1], [2, 3], [4, 5]])
    #expect(reshape(x, [-1]) == [0, 1, 2, 3, 4, 5])
    #expect(reshape(x, [3, -1]) == reshape(x, [3, 2]))
    #expect(reshape(x, [-1, 2, 1]).shape == [3, 2, 1])
    #expect(reshape(x, [1, 6, -1]).shape == [1, 6, 1])
    #expect(reshape(Tensor<Float>(7), [-1, 1]).shape == [1, 1])
    #expect(reshape(Tensor<Float>([7]), []) == Tensor(7))
    let empty = Tensor<Float>(shape: [0, 3], scalars: [])
    #expect(reshape(empty, [-1, 3]).shape == [0, 3])
    #expect(reshape(empty, [5, 0]).shape == [5, 0])
  }

  /// `np.arange(n).reshape(shape).T`, its shape and its numbers.
  static let transposed: [(Shape, Shape, [Int32])] = [
    ([], [], [0]),
    ([3], [3], [0, 1, 2]),
    ([2, 3], [3, 2], [0, 3, 1, 4, 2, 5]),
    ([1, 4], [4, 1], [0, 1, 2, 3]),
    ([0, 3], [3, 0], []),
    ([2, 3, 2], [2, 3, 2], [0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11]),
    ([2, 1, 3, 2], [2, 3, 1, 2], [0, 6, 2, 8, 4, 10, 1, 7, 3, 9, 5, 11]),
  ]

  @Test(arguments: transposed)
  func transposesLikeNumPyWhateverTheTypesSize(
    shape: Shape, expected: Shape, order: [Int32]
  ) {
    let x = Tensor(shape: shape, scalars: (0..<Int32(shape.count)).map { $0 })
    #expect(transpose(x) == Tensor(shape: expected, scalars: order))
    let doubles = Tensor(shape: expected, scalars: order.map(Double.init))
    #expect(transpose(Tensor<Double>(x)) == doubles)
    #expect(transpose(x .< 5) == (Tensor(shape: expected, scalars: order) .< 5))
  }

  @Test func slicesAlongTheFirstAxis() {
    #expect(x[0] == [0, 1, 2])
    #expect(x[1][2] == Tensor(5))
    #expect(x[0..<1] == [[0, 1, 2]])
    #expect(x[0..<2] == x)
    #expect(x[1..<1].shape == [0, 3] && x[2..<2].shape == [0, 3])
    let cube = reshape(Tensor<Int32>((0..<24).map { $0 }), [4, 3, 2])
    #expect(cube[1..<4][1..<2] == cube[2..<3])
    #expect(cube[3][1] == [20, 21])
    #expect(transpose(cube[2]) == [[12, 14, 16], [13, 15, 17]])
    #expect(cube[1..<3] + 1 == reshape(Tensor<Int32>((7..<19).map { $0 }), [2, 3, 2]))
    #expect(([true, false] as Tensor<Bool>)[1].item == false)
  }

  @Test func stacksAlongANewAxis() {
    #expect(stack([x[1], x[0]]) == [[3, 4, 5], [0, 1, 2]])
    #expect(stack([Tensor(1), Tensor(2)] as [Tensor<Int32>]) == [1, 2])
    #expect(stack([x]).shape == [1, 2, 3])
    #expect(stack([x, x]).shape == [2, 2, 3])
    #expect(stack((0..<2).map { x[$0] }) == x)
    let nothing = Tensor<Float>(shape: [0], scalars: [])
    #expect(stack([nothing, nothing]).shape == [2, 0])
  }

  @Test func writingToTheWholeLeavesWhatSharesItAsItIs() {
    let whole = Variable<Float>([[1, 2], [3, 4]])
    let copy = whole.value
    let slice = whole.value[1]
    let flat = reshape(whole.value, [-1])
    let pile = stack([whole.value[0], slice])
    whole.assignSubtract([[-10, -10], [-10, -10]])
    #expect(whole.value == [[11, 12], [13, 14]])
    #expect(copy == [[1, 2], [3, 4]] && pile == copy)
    #expect(slice == [3, 4])
    #expect(flat == [1, 2, 3, 4])
  }

  @Test func aSliceThatOutlivesTheWholeIsChangedByItself() {
    var tail = Tensor<Float>([0, 1, 2, 3, 4, 5])[2..<5][1..<3]
    tail += [10, 20]
    #expect(tail == [13, 24])
    let copy = tail
    tail += tail
    #expect(copy == [13, 24] && tail == [26, 48])
  }
}
