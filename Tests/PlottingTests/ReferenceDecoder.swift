@testable import Plotting

/// A decoder of plain PNG images, 8 bits a channel and not interlaced, that shares no
/// code with libpng and zlib. It trusts its input: it is for files known to be sound.
/// Sources: W3C Portable Network Graphics; RFC 1951.
struct ReferenceDecoder {
  private var bytes: [UInt8]
  private var position = 0
  private var bits = 0
  private var bitCount = 0
  private var output: [UInt8] = []

  static func image(_ file: [UInt8]) -> Image {
    func number(_ i: Int) -> Int { file[i..<i + 4].reduce(0) { $0 << 8 | Int($1) } }
    var (width, height, channels) = (0, 0, Image.Channels.gray)
    var compressed: [UInt8] = []
    var i = 8
    while i < file.count {
      let data = file[(i + 8)..<(i + 8 + number(i))]
      switch String(decoding: file[i + 4..<i + 8], as: UTF8.self) {
      case "IHDR":
        (width, height) = (number(i + 8), number(i + 12))
        channels = [0: .gray, 2: .rgb, 6: .rgba][data[data.startIndex + 9]]!
      case "IDAT": compressed += data
      default: break
      }
      i += 12 + data.count
    }
    // The data begin with two bytes of zlib's own.
    var decoder = ReferenceDecoder(bytes: Array(compressed.dropFirst(2)))
    decoder.inflate()
    let pixels = unfiltered(
      decoder.output, width * channels.rawValue, channels.rawValue)
    return Image(width: width, height: height, channels: channels, pixels: pixels)
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Undoes the filter that each row names in its first byte.
  private static func unfiltered(_ rows: [UInt8], _ count: Int, _ pixel: Int) -> [UInt8]
  {
    var result: [UInt8] = []
    for row in 0..<rows.count / (count + 1) {
      let start = row * (count + 1)
      for i in 0..<count {
        let here = row * count + i
        let a = i >= pixel ? Int(result[here - pixel]) : 0
        let b = row > 0 ? Int(result[here - count]) : 0
        let c = i >= pixel && row > 0 ? Int(result[here - count - pixel]) : 0
        let p = a + b - c
        let nearest =
          abs(p - a) <= abs(p - b) && abs(p - a) <= abs(p - c)
          ? a : abs(p - b) <= abs(p - c) ? b : c
        let guess = [0, a, b, (a + b) / 2, nearest][Int(rows[start])]
        result.append(UInt8(truncatingIfNeeded: Int(rows[start + 1 + i]) + guess))
      }
    }
    return result
  }

  private mutating func take(_ count: Int) -> Int {
    while bitCount < count {
      bits |= Int(bytes[position]) << bitCount
      position += 1
      bitCount += 8
    }
    defer {
      bits >>= count
      bitCount -= count
    }
    return bits & ((1 << count) - 1)
  }

  /// The next symbol of a Huffman code, given by the length of each symbol's word.
  private mutating func symbol(_ code: [[Int]: Int]) -> Int {
    var word: [Int] = []
    while true {
      word.append(take(1))
      if let symbol = code[word] { return symbol }
    }
  }

  private static func code(_ lengths: [Int]) -> [[Int]: Int] {
    var code: [[Int]: Int] = [:]
    var next = 0
    for length in 1...15 {
      next <<= 1
      for (symbol, own) in lengths.enumerated() where own == length {
        code[(0..<length).reversed().map { next >> $0 & 1 }] = symbol
        next += 1
      }
    }
    return code
  }

  private mutating func inflate() {
    var isLast = false
    while !isLast {
      isLast = take(1) == 1
      switch take(2) {
      case 0:
        (bits, bitCount) = (0, 0)
        let count = Int(bytes[position]) | Int(bytes[position + 1]) << 8
        output += bytes[position + 4..<position + 4 + count]
        position += 4 + count
      case 1:
        let lengths = (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 }
        block(Self.code(lengths), Self.code([Int](repeating: 5, count: 30)))
      default:
        let (literals, distances) = codes()
        block(literals, distances)
      }
    }
  }

  private mutating func codes() -> ([[Int]: Int], [[Int]: Int]) {
    let (literals, distances, count) = (take(5) + 257, take(5) + 1, take(4) + 4)
    var lengths = [Int](repeating: 0, count: 19)
    let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
    for i in 0..<count { lengths[order[i]] = take(3) }
    let code = Self.code(lengths)
    var words: [Int] = []
    while words.count < literals + distances {
      switch symbol(code) {
      case 16: words += [Int](repeating: words[words.count - 1], count: 3 + take(2))
      case 17: words += [Int](repeating: 0, count: 3 + take(3))
      case 18: words += [Int](repeating: 0, count: 11 + take(7))
      case let length: words.append(length)
      }
    }
    return (Self.code(Array(words[..<literals])), Self.code(Array(words[literals...])))
  }

  private mutating func block(_ literals: [[Int]: Int], _ distances: [[Int]: Int]) {
    while true {
      let symbol = symbol(literals)
      if symbol == 256 { return }
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      let index = symbol - 257
      let lengthBits = index < 8 || index == 28 ? 0 : index / 4 - 1
      let length =
        index == 28
        ? 258
        : index < 8 ? index + 3 : (4 + index % 4) << lengthBits + 3 + take(lengthBits)
      let word = self.symbol(distances)
      let distanceBits = word < 4 ? 0 : word / 2 - 1
      let distance =
        word < 4 ? word + 1 : (2 + word % 2) << distanceBits + 1 + take(distanceBits)
      for _ in 0..<length { output.append(output[output.count - distance]) }
    }
  }
}
