/// A picture for a terminal: each character is two pixels, one above the other.
///
///     halfBlocks([0, 255, 255, 255], width: 2)  // ["▄█"]
///
/// A pixel is drawn where its byte is 128 or more; spaces at the end of a line are left
/// out.
public func halfBlocks(_ pixels: [UInt8], width: Int) -> [String] {
  let height = pixels.count / width
  return stride(from: 0, to: height, by: 2).map { row in
    var line = ""
    for column in 0..<width {
      let above = pixels[row * width + column] >= 128
      let below = row + 1 < height && pixels[(row + 1) * width + column] >= 128
      line += above ? (below ? "█" : "▀") : (below ? "▄" : " ")
    }
    let drawn = line.lastIndex { $0 != " " }
    return drawn.map { String(line[...$0]) } ?? ""
  }
}
