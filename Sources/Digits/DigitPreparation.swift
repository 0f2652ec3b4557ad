import Tensors

/// A drawing as MNIST would hold it: `[height, width]` shades of gray, of any size and
/// polarity, become 28 × 28 bytes from 0, the ground, to 255, the ink.
///
///     let seen = try preparedDigit(from: drawing, name: "seven.png")
///     seen.shape  // (28, 28)
///
/// The digits of MNIST were scaled into 20 × 20 pixels, keeping their aspect ratio, with
/// anti-aliasing, and placed in 28 × 28 pixels by their centre of mass: Y. LeCun,
/// L. Bottou, Y. Bengio and P. Haffner, Gradient-based learning applied to document
/// recognition, Proceedings of the IEEE 86 (1998), section III A. In every image of
/// MNIST the centre of mass lies within pixel (14, 14), and so it does here.
///
/// 1. The ground is the median of the border; ink is what differs from it, towards black
///    or towards white, whichever differs more in all.
/// 2. What differs no more than the border itself does is ground, too: paper, noise.
/// 3. The box around the ink is scaled to a longer side of 20: a pixel becomes the mean
///    of what it covers. The strongest then becomes 255.
/// 4. The pixel that holds the centre of mass moves to (14, 14), as far as no ink is
///    lost.
///
/// A digit of MNIST, white on black in 28 × 28 pixels, is taken as it is. All of it is
/// integer arithmetic: the same bits everywhere.
///
/// - Throws: a `DrawingError`, which names the file `name`, if nothing stands out.
public func preparedDigit(
  from drawing: Tensor<UInt8>, name: String,
  file: StaticString = #fileID, line: UInt = #line
) throws(DrawingError) -> Tensor<UInt8> {
  guard drawing.rank == 2, drawing.count > 0 else {
    fatalError(
      "preparedDigit: \(drawing.shape.dimensions) is not [height, width]",
      file: file, line: line)
  }
  let ground = Ground(of: drawing)
  guard ground.contrast >= Ground.leastContrast else {
    throw DrawingError(file: name, contrast: ground.contrast)
  }
  if drawing.shape == [28, 28], ground.shade == 0 { return drawing }
  return Ink(of: drawing, on: ground).cropped().scaled(to: 20).centered(in: 28)
}

/// A drawing in which nothing can be seen.
public struct DrawingError: Error, Equatable, CustomStringConvertible {
  /// One line: `blank.png: expected a drawing, found nothing that stands out …`.
  public let description: String

  init(file: String, contrast: Int) {
    description =
      "\(file): expected a drawing that differs from its ground by "
      + "\(Ground.leastContrast) or more of 255 shades, found \(contrast)"
  }
}

/// What a drawing is drawn on.
private struct Ground {
  /// The least difference from the ground that makes ink.
  static let leastContrast = 16

  /// The shade of the ground.
  let shade: Int
  /// 1 if the ink is lighter than the ground, −1 if it is darker.
  let direction: Int
  /// What differs no more from the ground than this is a part of it.
  let noise: Int
  /// The most that a pixel differs from the ground in the direction of the ink.
  let contrast: Int

  init(of drawing: Tensor<UInt8>) {
    let (height, width) = (drawing.shape[0], drawing.shape[1])
    let shades = drawing.scalars.map(Int.init)
    let border = shades.indices.filter { i in
      i / width == 0 || i / width == height - 1 || i % width == 0
        || i % width == width - 1
    }
    let shade = median(border.map { shades[$0] })
    // More than five standard deviations of Gaussian noise: of a million pixels none.
    noise = 8 * median(border.map { abs(shades[$0] - shade) })
    // Squares, so that strokes count for more than a shadow over the whole paper.
    var (lighter, darker) = (0, 0)
    for difference in shades.map({ $0 - shade }) {
      if difference > 0 { lighter += difference * difference }
      if difference < 0 { darker += difference * difference }
    }
    self.shade = shade
    direction = lighter > darker ? 1 : -1
    let most = direction > 0 ? shades.max()! - shade : shade - shades.min()!
    contrast = most > noise ? most : 0
  }
}

/// The middle one of some numbers, the lower of two.
private func median(_ numbers: [Int]) -> Int {
  numbers.sorted()[(numbers.count - 1) / 2]
}

/// How much ink lies on each pixel of a rectangle, row behind row.
private struct Ink {
  let width: Int
  let height: Int
  let values: [Int]

  private init(width: Int, height: Int, value: (_ row: Int, _ column: Int) -> Int) {
    (self.width, self.height) = (width, height)
    values = (0..<width * height).map { value($0 / width, $0 % width) }
  }

  init(of drawing: Tensor<UInt8>, on ground: Ground) {
    let shades = drawing.scalars
    let width = drawing.shape[1]
    self.init(width: width, height: drawing.shape[0]) { row, column in
      let shade = Int(shades[row * width + column])
      let ink = (shade - ground.shade) * ground.direction
      return ink > ground.noise ? ink : 0
    }
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
    let most = sums.values.max()!
    return Ink(width: sums.width, height: sums.height) { row, column in
      (sums[row, column] * 255 * 2 + most) / (2 * most)
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

  /// The ink in a square of `side` pixels, the centre of mass in the middle.
  func centered(in side: Int) -> Tensor<UInt8> {
    let mass = values.reduce(0, +)
    func shift(_ length: Int, position: (Int) -> Int) -> Int {
      // The middle of pixel i lies at i + 1/2.
      let moment = values.indices.reduce(0) {
        $0 + values[$1] * (2 * position($1) + 1)
      }
      return min(max(side / 2 - moment / (2 * mass), 0), side - length)
    }
    let top = shift(height) { $0 / width }
    let left = shift(width) { $0 % width }
    var bytes = [UInt8](repeating: 0, count: side * side)
    for (i, value) in values.enumerated() {
      bytes[(top + i / width) * side + left + i % width] = UInt8(value)
    }
    return Tensor(shape: [side, side], scalars: bytes)
  }
}
