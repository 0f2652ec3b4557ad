import Testing

@testable import Tensors

@Suite struct AffineMapTests {
  private static let none: Tensor<Float> = [[1, 0, 0], [0, 1, 0]]

  /// What the doc comment says, pixel by pixel, in numbers that are exact here.
  private func mapped(_ image: Tensor<UInt8>, _ map: Tensor<Float>) -> [Float] {
    let (height, width) = (image.shape[0], image.shape[1])
    let m = map.scalars.map(Double.init)
    func pixel(_ y: Int, _ x: Int) -> Double {
      (0..<height).contains(y) && (0..<width).contains(x) ? Double(image[y][x].item) : 0
    }
    let (middleY, middleX) = (Double(height - 1) / 2, Double(width - 1) / 2)
    return (0..<height * width).map { i in
      let (y, x) = (Double(i / width) - middleY, Double(i % width) - middleX)
      let sourceY = m[0] * y + m[1] * x + m[2] + middleY
      let sourceX = m[3] * y + m[4] * x + m[5] + middleX
      let (top, left) = (sourceY.rounded(.down), sourceX.rounded(.down))
      let (down, right) = (sourceY - top, sourceX - left)
      let (row, column) = (Int(top), Int(left))
      return Float(
        (1 - down) * (1 - right) * pixel(row, column)
          + (1 - down) * right * pixel(row, column + 1)
          + down * (1 - right) * pixel(row + 1, column)
          + down * right * pixel(row + 1, column + 1))
    }
  }

  /// Maps of eighths and shifts of sixteenths, so that no sum is rounded.
  @Test(arguments: [[1, 28, 28], [70, 28, 28], [9, 5, 8], [3, 1, 1], [2, 1, 6]])
  func givesWhatTheFormulaSays(shape: [Int]) {
    let random = RandomState(seed: 3)
    func integers(_ shape: Shape, below: Double) -> [Int] {
      random.uniform(low: 0, high: below, shape).scalars.map { Int($0) }
    }
    let shape = Shape(shape)
    let images = Tensor(
      shape: shape, scalars: integers(shape, below: 256).map(UInt8.init))
    let maps = (0..<shape[0]).map { _ in
      let sizes: [Float] = [8, 8, 16, 8, 8, 16]
      return Tensor(
        shape: [2, 3],
        scalars: zip(integers([6], below: 33), sizes).map { Float($0 - 16) / $1 })
    }
    let result = affineMap(images, by: stack(maps))
    #expect(result.shape == shape)
    for i in 0..<shape[0] {
      #expect(result[i].scalars == mapped(images[i], maps[i]))
    }
  }

  @Test func withoutAMapImagesStayAsTheyAre() {
    let images = Tensor<UInt8>(shape: [2, 3, 4], scalars: (1...24).map { $0 })
    #expect(
      affineMap(images, by: stack([Self.none, Self.none])) == Tensor<Float>(images))
    let empty: Tensor<UInt8> = zeros([0, 3, 4])
    #expect(affineMap(empty, by: zeros([0, 2, 3])).shape == [0, 3, 4])
    #expect(affineMap(zeros([2, 0, 4]), by: zeros([2, 2, 3])).shape == [2, 0, 4])
  }

  @Test func whatComesFromFarAwayOrNowhereIs0() {
    let image = Tensor<UInt8>(shape: [1, 2, 2], scalars: [1, 2, 3, 4])
    for far: Float in [3, -3, 1e30, -.infinity, .nan] {
      for axis in [2, 5] {
        var map: [Float] = [1, 0, 0, 0, 1, 0]
        map[axis] = far
        let result = affineMap(image, by: Tensor(shape: [1, 2, 3], scalars: map))
        #expect(result.scalars == [0, 0, 0, 0])
      }
    }
  }
}
