import Tensors

/// How much ink lies on each pixel of a rectangle, row behind row.
///
/// The digits of MNIST were scaled into 20 × 20 pixels, keeping their aspect ratio, with
/// anti-aliasing, and placed in 28 × 28 pixels by their centre of mass: Y. LeCun,
/// L. Bottou, Y. Bengio and P. Haffner, Gradient-based learning applied to document
/// recognition, Proceedings of the IEEE 86 (1998), section III A. In every image of
/// MNIST the centre of mass lies within pixel (14, 14), and so it does here.
struct Ink {
  let width: Int
  let height: Int
  let values: [Int]

  private init(width: Int, height: Int, value: (_ row: Int, _ column: Int) -> Int) {
    (self.width, self.height) = (width, height)
    values = (0..<width * height).map { value($0 / width, $0 % width) }
  }

  init(_ plane: Plane) {
    (width, height, values) = (plane.width, plane.height, plane.values.map(Int.init))
  }

  /// Whether a picture has the size of MNIST's, and ink of their size at their place.
  static func liesAsInMNIST(_ drawing: Tensor<UInt8>) -> Bool {
    guard drawing.shape[0] == 28, drawing.shape[1] == 28,
      drawing.scalars.contains(where: { $0 > 0 })
    else { return false }
    let ink = Ink(Plane(width: 28, height: 28, values: drawing.scalars))
    let box = ink.cropped()
    // The longer side of a few of MNIST's digits is 19 pixels.
    return 19...20 ~= max(box.width, box.height) && ink.center == (14, 14)
  }

  /// The row and the column of the pixel that holds the centre of mass.
  private var center: (row: Int, column: Int) {
    let mass = values.reduce(0, +)
    func mean(position: (Int) -> Int) -> Int {
      // The middle of pixel i lies at i + 1/2.
      values.indices.reduce(0) { $0 + values[$1] * (2 * position($1) + 1) } / (2 * mass)
    }
    return (mean { $0 / width }, mean { $0 % width })
  }

  private subscript(row: Int, column: Int) -> Int { values[row * width + column] }

  /// The smallest rectangle around all ink, of which there is some.
  func cropped() -> Ink {
    let inked = values.indices.filter { values[$0] > 0 }
    let columns = inked.map { $0 % width }
    let (top, left) = (inked.first! / width, columns.min()!)
    return Ink(
      width: columns.max()! - left + 1, height: inked.last! / width - top + 1
    ) { row, column in self[top + row, left + column] }
  }

  /// The rectangle with a longer side of `side` pixels, the strongest of which is 255.
  func scaled(to side: Int) -> Ink {
    let longer = max(width, height)
    let across = Self.overlaps(width, longer, side)
    let down = Self.overlaps(height, longer, side)
    let rows = Ink(width: across.count, height: height) { row, column in
      across[column].reduce(0) { $0 + $1.length * self[row, $1.pixel] }
    }
    let sums = Ink(width: across.count, height: down.count) { row, column in
      down[row].reduce(0) { $0 + $1.length * rows[$1.pixel, column] }
    }
    // In a browser an Int has 32 bits.
    let most = Int64(sums.values.max()!)
    return Ink(width: sums.width, height: sums.height) { row, column in
      Int((Int64(sums[row, column]) * 255 * 2 + most) / (2 * most))
    }
  }

  /// For each new pixel of a line, the `count` old ones that it covers and how much of
  /// each. Where `longer` old pixels become `side` new ones, an old one is `side` units
  /// long and a new one `longer`.
  private static func overlaps(
    _ count: Int, _ longer: Int, _ side: Int
  ) -> [[(pixel: Int, length: Int)]] {
    (0..<(count * side + longer - 1) / longer).map { new in
      let (start, end) = (new * longer, min((new + 1) * longer, count * side))
      return (start / side...(end - 1) / side).map { old in
        (old, min(end, (old + 1) * side) - max(start, old * side))
      }
    }
  }

  /// The ink in a square of `side` pixels, the centre of mass in the middle as far as no
  /// ink is lost.
  func centered(in side: Int) -> Tensor<UInt8> {
    let top = min(max(side / 2 - center.row, 0), side - height)
    let left = min(max(side / 2 - center.column, 0), side - width)
    var bytes = [UInt8](repeating: 0, count: side * side)
    for (i, value) in values.enumerated() {
      bytes[(top + i / width) * side + left + i % width] = UInt8(value)
    }
    return Tensor(shape: [side, side], scalars: bytes)
  }
}
