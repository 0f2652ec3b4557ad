/// The loops behind `affineMap`; threads share the images among them.
func mapped(_ images: Tensor<UInt8>, by maps: Tensor<Float>) -> Tensor<Float> {
  let (count, height, width) = (images.shape[0], images.shape[1], images.shape[2])
  return Tensor(shape: images.shape) { result in
    images.withPointer { images in
      maps.withPointer { maps in
        inStretches(count, elementsEach: height * width) { range in
          withUnsafeTemporaryAllocation(
            of: Float.self, capacity: (height + 3) * (width + 3)
          ) { padded in
            padded.initialize(repeating: 0)
            let image = PaddedImage(
              height: height, width: width, pixels: padded.baseAddress!)
            for i in range {
              image.fill(from: images + i * height * width)
              image.map(by: maps + i * 6, into: result + i * height * width)
            }
          }
        }
      }
    }
  }
}

/// An image with zeros around it, one pixel before and two behind, which stand for all
/// that lies beyond its border.
private struct PaddedImage {
  let height: Int
  let width: Int
  let pixels: UnsafeMutablePointer<Float>

  private var stride: Int { width + 3 }

  func fill(from source: UnsafePointer<UInt8>) {
    for row in 0..<height {
      let target = pixels + (row + 1) * stride + 1
      for column in 0..<width { target[column] = Float(source[row * width + column]) }
    }
  }

  func map(by map: UnsafePointer<Float>, into result: UnsafeMutablePointer<Float>) {
    let (middleY, middleX) = (Float(height - 1) / 2, Float(width - 1) / 2)
    for row in 0..<height {
      let y = Float(row) - middleY
      for column in 0..<width {
        let x = Float(column) - middleX
        result[row * width + column] = pixel(
          map[0] * y + map[1] * x + map[2] + middleY,
          map[3] * y + map[4] * x + map[5] + middleX)
      }
    }
  }

  /// What lies at a place between four pixels, counted from the image's first one.
  @inline(__always)
  private func pixel(_ y: Float, _ x: Float) -> Float {
    // Among the zeros every place is like another. In this order NaN becomes 0, too.
    let y = min(Float(height + 1), max(0, y + 1))
    let x = min(Float(width + 1), max(0, x + 1))
    let (top, left) = (Int32(y), Int32(x))
    let (down, right) = (y - Float(top), x - Float(left))
    let above = pixels + Int(top) * stride + Int(left)
    let below = above + stride
    let upper = above[0] + right * (above[1] - above[0])
    let lower = below[0] + right * (below[1] - below[0])
    return upper + down * (lower - upper)
  }
}
