/// A text of one or more lines, measured and ready to be placed.
struct TextBlock {
  let lines: [String]
  let size: Double
  /// The width of the widest line.
  let width: Double
  /// From the capitals' top in the first line to the letters' lowest in the last.
  let height: Double

  init(_ text: String, size: Double) {
    self.init(
      lines: text.split(separator: "\n", omittingEmptySubsequences: false)
        .map { String($0) }, size: size)
  }

  /// A text broken between words into lines no wider than `limit`, where words allow.
  init(_ text: String, size: Double, limit: Double) {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      for word in paragraph.split(separator: " ") {
        let longer = line.isEmpty ? String(word) : "\(line) \(word)"
        if !line.isEmpty, Font.width(of: longer, size: size) > limit {
          lines.append(line)
          line = String(word)
        } else {
          line = longer
        }
      }
      lines.append(line)
    }
    self.init(lines: lines, size: size)
  }

  private init(lines: [String], size: Double) {
    (self.lines, self.size) = (lines, size)
    width = lines.map { Font.width(of: $0, size: size) }.max() ?? 0
    height =
      (Double(lines.count - 1) * Font.lineHeight + Font.capHeight + Font.descent) * size
  }

  /// How far above the anchor the first baseline is; negative is below.
  func firstBaseline(_ anchor: Anchor) -> Double {
    switch anchor {
    case .top: -Font.capHeight * size
    case .center, .left, .right:
      (height - Font.descent * size) / 2 - Font.capHeight * size
    case .bottom: height - Font.capHeight * size
    }
  }

  /// The corners of the block: upper left, upper right, lower right, lower left.
  func corners(at point: Point, _ anchor: Anchor, _ direction: Point) -> [Point] {
    let down = direction.quarterTurn
    let top = -firstBaseline(anchor) - Font.capHeight * size
    let start = point + direction * (-anchor.across * width) + down * top
    let (across, along) = (direction * width, down * height)
    return [start, start + across, start + across + along, start + along]
  }
}

extension Canvas {
  /// Writes a text of one or more lines.
  mutating func text(
    _ text: String, at point: Point, size: Double, color: Color,
    anchor: Anchor = .center
  ) {
    draw(TextBlock(text, size: size), at: point, color: color, anchor: anchor)
  }

  /// Writes a measured text that runs in a direction, a vector of length 1.
  mutating func draw(
    _ block: TextBlock, at point: Point, color: Color, anchor: Anchor,
    direction: Point = Point(1, 0)
  ) {
    texts.append(block.corners(at: point, anchor, direction))
    let down = direction.quarterTurn
    var path = Path()
    for (i, line) in block.lines.enumerated() {
      let width = Font.width(of: line, size: block.size)
      let fall =
        Double(i) * Font.lineHeight * block.size
        - block.firstBaseline(anchor)
      var start = point + direction * (-anchor.across * width) + down * fall
      // A baseline between two rows of pixels gives level letters a sharp foot.
      if direction.y == 0 { start.y = (start.y * scale).rounded() / scale }
      path.append(
        Font.outline(of: line, size: block.size, at: start, direction: direction))
    }
    fill(path, color)
  }
}
