import Testing

@testable import Tensors

@Suite struct CreationTests {
  @Test func literalsNestToAnyDepth() {
    let vector: Tensor<Float> = [1, 2.5, -3]
    #expect(vector.shape == [3] && vector.scalars == [1, 2.5, -3])
    let matrix: Tensor<UInt8> = [[1, 2, 3], [4, 5, 6]]
    #expect(matrix.shape == [2, 3] && matrix.scalars == [1, 2, 3, 4, 5, 6])
    let deep: Tensor<Double> = [[[[1], [2]]], [[[3], [4]]]]
    #expect(deep.shape == [2, 1, 2, 1] && deep.scalars == [1, 2, 3, 4])
    let flags: Tensor<Bool> = [[true], [false]]
    #expect(flags.shape == [2, 1] && flags.scalars == [true, false])
    #expect(([] as Tensor<Int32>).shape == [0])
    #expect(([[], []] as Tensor<Int32>).shape == [2, 0])
  }

  @Test func filledTensorsHoldOneValue() {
    #expect(zeros([2]) == [0, 0] as Tensor<Float>)
    #expect(ones([1, 2]) == [[1, 1]] as Tensor<UInt8>)
    #expect(ones([]) == Tensor<Double>(1))
    #expect((zeros([3, 0]) as Tensor<Float>).scalars == [])
  }

  @Test func equalsNeedEqualShapes() {
    #expect(zeros([2]) as Tensor<Float> != zeros([1, 2]))
    #expect(Tensor<Float>(1) != [1])
    #expect(Tensor<Float>([.nan]) != Tensor([.nan]))
    #expect(Tensor<Float>([-0.0]) == [0])
  }

  @Test func theItemIsTheOneScalarOfAnyRank() {
    #expect(Tensor<Float>(2.5).item == 2.5)
    #expect(([[[9]]] as Tensor<Int32>).item == 9)
    #expect(([1, 2, 3] as Tensor<UInt8>)[2].item == 3)
  }

  /// Fixtures/linspace/make_linspace.py
  @Test func linspaceIsNumPysBitForBit() throws {
    let lines = try Fixture("linspace/linspace.txt").lines
    #expect(lines.count == 140)
    for (call, results) in lines {
      let count = try #require(Int(call[3]))
      let bits: [UInt64]
      if call[0] == "float32" {
        let (start, stop) = try (#require(Float(call[1])), #require(Float(call[2])))
        bits = linspace(start, stop, count: count).scalars.map { UInt64($0.bitPattern) }
      } else {
        let (start, stop) = try (#require(Double(call[1])), #require(Double(call[2])))
        bits = linspace(start, stop, count: count).scalars.map(\.bitPattern)
      }
      #expect(bits.count == count)
      let found = count > 10 ? [Fixture.fold(bits)] : bits
      #expect(found == results.map { UInt64($0, radix: 16) }, "\(call)")
    }
  }

  @Test func oneHotRowsHoldAOneAtTheLabel() {
    let labels: Tensor<UInt8> = [2, 0, 1]
    #expect(
      oneHot(labels, depth: 3) == [[0, 0, 1], [1, 0, 0], [0, 1, 0]] as Tensor<Float>)
    let matrix: Tensor<Int32> = [[0, 1], [1, 0]]
    #expect((oneHot(matrix, depth: 2) as Tensor<Float>)[1] == [[0, 1], [1, 0]])
    #expect((oneHot(labels, depth: 0) as Tensor<Float>).shape == [3, 0])
    #expect(oneHot(Tensor<UInt8>(1), depth: 2) == [0, 1] as Tensor<Float>)
    // `tf.one_hot([-1, 3, 1], 3)`
    let outside: Tensor<Int32> = [-1, 3, 1]
    #expect(
      oneHot(outside, depth: 3) == [[0, 0, 0], [0, 0, 0], [0, 1, 0]] as Tensor<Float>)
  }

  @Test func conversionsKeepShapesAndRoundToTheNearest() {
    let bytes: Tensor<UInt8> = [[0, 255]]
    #expect(Tensor<Float>(bytes) == [[0, 255]])
    #expect(Tensor<Int32>(bytes) == [[0, 255]])
    #expect(Tensor<Float>([true, false]) == [1, 0])
    // 2²⁴ + 1 and 2²⁴ + 3 lie between two floats each; ties go to the even one.
    let large: Tensor<Int32> = [16_777_217, 16_777_219, -16_777_217]
    #expect(Tensor<Float>(large) == [16_777_216, 16_777_220, -16_777_216])
    #expect(Tensor<Double>(large) == [16_777_217, 16_777_219, -16_777_217])
    #expect(
      Tensor<Float>([1e39, -1e-50] as Tensor<Double>).scalars == [.infinity, -0.0])
    #expect(Tensor<Double>([0.1] as Tensor<Float>) == [0.10000000149011612])
    #expect(Tensor<Float>(([1, 2, 3] as Tensor<UInt8>)[1..<3]) == [2, 3])
  }

  @Test func aReaderFillsATensorInItsPlace() throws {
    struct Cut: Error {}
    let x = Tensor<UInt8>(shape: [2, 2]) { buffer in
      for i in buffer.indices { buffer[i] = UInt8(i * i) }
    }
    #expect(x == [[0, 1], [4, 9]])
    #expect(throws: Cut.self) {
      try Tensor<UInt8>(shape: [2]) { _ throws(Cut) in throw Cut() }
    }
  }
}
