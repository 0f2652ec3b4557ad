import Learning
import Tensors
import Testing

@Suite struct DatasetTests {
  let features: Tensor<Double> = [[0, 1], [2, 3], [4, 5], [6, 7], [8, 9]]
  let labels: Tensor<UInt8> = [0, 1, 2, 3, 4]

  @Test func cutsATensorAlongItsFirstAxis() {
    let slices = Array(Dataset.fromTensorSlices(features))
    #expect(slices.count == 5)
    #expect(slices[3] == [6, 7])
  }

  @Test func cutsAnyNumberOfTensorsTogether() {
    let data = Dataset.fromTensorSlices((features, labels, features, labels))
    for (step, (a, b, c, d)) in data.enumerated() {
      #expect(a == features[step] && c == a)
      #expect(b == labels[step] && d == b && b.shape == [])
    }
  }

  @Test func batchesAndLeavesTheRestToTheLast() {
    let batches = Array(Dataset.fromTensorSlices((features, labels)).batch(2))
    #expect(batches.count == 3)
    #expect(batches[0].0 == [[0, 1], [2, 3]])
    #expect(batches[2].0 == [[8, 9]])
    #expect(batches[2].1 == [4])
  }

  @Test func mapsBeforeAndAfterBatching() {
    let data = Dataset.fromTensorSlices((features, labels))
    let mapped = data.map { x, y in (2 * x, Tensor<Float>(y)) }.batch(5)
    let (x, y) = Array(mapped)[0]
    #expect(x == 2 * features)
    #expect(y == Tensor<Float>(labels))
    let sums = data.batch(5).map { x, _ in reduceSum(x, axis: 1) }
    #expect(Array(sums)[0] == [1, 5, 9, 13, 17])
  }

  @Test func shufflesWithNumPysPermutation() {
    let order = RandomState(seed: 3).permutation(5).map { UInt8($0) }
    let data = Dataset.fromTensorSlices((features, labels)).shuffle(seed: 3)
    #expect(data.map(\.1.item) == order)
    #expect(Array(data.batch(5))[0].1 == Tensor(order))
    #expect(Set(order).count == 5 && order != [0, 1, 2, 3, 4])
  }

  @Test func takesTheFirst() {
    let data = Dataset.fromTensorSlices(labels)
    #expect(data.take(2).map(\.item) == [0, 1])
    #expect(data.take(9).count == 5)
    #expect(data.take(0).map(\.item) == [])
    #expect(Array(data.take(3).batch(2))[1] == [2])
  }

  @Test func holdsNothingOfAnEmptyTensor() {
    let data = Dataset.fromTensorSlices(Tensor<Float>(shape: [0, 3], scalars: []))
    #expect(data.count == 0)
    #expect(data.batch(2).count == 0)
  }
}
