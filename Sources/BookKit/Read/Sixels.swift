import Plotting

/// A picture as a DEC terminal takes it: bands of six rows, and in each band, colour by
/// colour, a character for every column whose six bits say which rows have the colour.
struct Sixels: CustomStringConvertible {
  private let width: Int
  private let height: Int
  private let palette: Palette
  /// The number of each pixel's colour.
  private let indices: [UInt8]

  /// An RGB image in at most 256 colours.
  init(_ image: Image) {
    (width, height) = (image.width, image.height)
    let colors = stride(from: 0, to: image.pixels.count, by: 3).map {
      Palette.RGB(image.pixels[$0], image.pixels[$0 + 1], image.pixels[$0 + 2])
    }
    palette = Palette(of: colors, limit: 256)
    var known: [Palette.RGB: UInt8] = [:]
    let palette = palette
    indices = colors.map { color in
      if let index = known[color] { return index }
      let index = UInt8(palette.index(closestTo: color))
      known[color] = index
      return index
    }
  }

  var description: String {
    // 0 and 1: pixels are square; empty ones keep the background.
    var text = "\u{1B}P0;1q\"1;1;\(width);\(height)"
    for (index, color) in palette.colors.enumerated() {
      let parts = [color.red, color.green, color.blue].map {
        String((Int($0) * 100 + 127) / 255)
      }
      text += "#\(index);2;\(parts.joined(separator: ";"))"
    }
    for top in stride(from: 0, to: height, by: 6) { text += band(top) + "-" }
    return text + "\u{1B}\\"
  }

  private func band(_ top: Int) -> String {
    let rows = top..<min(top + 6, height)
    var bits: [UInt8: [UInt8]] = [:]
    for row in rows {
      for column in 0..<width {
        let index = indices[row * width + column]
        bits[index, default: Array(repeating: 0, count: width)][column] |=
          1 << UInt8(row - top)
      }
    }
    return bits.keys.sorted().map { "#\($0)" + Self.runs(bits[$0]!) }
      .joined(separator: "$")
  }

  /// The characters, a repeated one as `!` with its count; empty ones at the end left out.
  private static func runs(_ bits: [UInt8]) -> String {
    var text = ""
    var rest = bits[..<(bits.lastIndex { $0 != 0 }! + 1)]
    while let first = rest.first {
      let count = rest.prefix { $0 == first }.count
      let character = String(UnicodeScalar(63 + first))
      text +=
        count > 3 ? "!\(count)\(character)" : String(repeating: character, count: count)
      rest = rest.dropFirst(count)
    }
    return text
  }
}

/// The few colours that stand for all colours of a picture, by median cut: the box of
/// colours with the longest side is divided at the median of that side until there are
/// enough boxes (Heckbert, 1982).
struct Palette {
  struct RGB: Hashable {
    var red, green, blue: UInt8

    init(_ red: UInt8, _ green: UInt8, _ blue: UInt8) {
      (self.red, self.green, self.blue) = (red, green, blue)
    }
  }

  let colors: [RGB]

  /// At most `limit` colours; those of the picture itself where it has no more.
  init(of pixels: [RGB], limit: Int) {
    var counts: [RGB: Int] = [:]
    for pixel in pixels { counts[pixel, default: 0] += 1 }
    // Sorted, so that the palette does not depend on the order of a dictionary.
    let distinct = counts.keys.sorted {
      ($0.red, $0.green, $0.blue) < ($1.red, $1.green, $1.blue)
    }
    var boxes = [Box(distinct)]
    while boxes.count < limit,
      let widest = boxes.indices.max(by: {
        boxes[$0].side.length < boxes[$1].side.length
      }),
      boxes[widest].side.length > 0
    {
      let (low, high) = boxes[widest].halves(counts)
      boxes[widest] = low
      boxes.append(high)
    }
    colors = boxes.map { $0.mean(counts) }
  }

  func index(closestTo color: RGB) -> Int {
    func distance(_ other: RGB) -> Int {
      let (r, g, b) = (
        Int(color.red) - Int(other.red), Int(color.green) - Int(other.green),
        Int(color.blue) - Int(other.blue)
      )
      return r * r + g * g + b * b
    }
    return colors.indices.min { distance(colors[$0]) < distance(colors[$1]) }!
  }

  private struct Box {
    let colors: [RGB]
    /// The channel in which the colours differ most, and by how much.
    let side: (channel: KeyPath<RGB, UInt8>, length: Int)

    init(_ colors: [RGB]) {
      self.colors = colors
      let sides = [\RGB.red, \RGB.green, \RGB.blue].map { channel in
        let values = colors.map { Int($0[keyPath: channel]) }
        return (channel: channel, length: (values.max() ?? 0) - (values.min() ?? 0))
      }
      side = sides.max { $0.length < $1.length }!
    }

    /// Two boxes with about as many pixels each, neither of them empty.
    func halves(_ counts: [RGB: Int]) -> (Box, Box) {
      let sorted = colors.sorted {
        $0[keyPath: side.channel] < $1[keyPath: side.channel]
      }
      let total = sorted.reduce(0) { $0 + counts[$1]! }
      var sum = 0
      let middle = sorted.firstIndex { color in
        sum += counts[color]!
        return sum * 2 >= total
      }!
      let cut = min(max(middle, 1), sorted.count - 1)
      return (Box(Array(sorted[..<cut])), Box(Array(sorted[cut...])))
    }

    func mean(_ counts: [RGB: Int]) -> RGB {
      let total = colors.reduce(0) { $0 + counts[$1]! }
      func mean(_ channel: KeyPath<RGB, UInt8>) -> UInt8 {
        let sum = colors.reduce(0) { $0 + Int($1[keyPath: channel]) * counts[$1]! }
        return UInt8((sum + total / 2) / total)
      }
      return RGB(mean(\.red), mean(\.green), mean(\.blue))
    }
  }
}
