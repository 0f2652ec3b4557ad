import FixedMath

/// The point of a text that is put at a given place.
public struct Anchor: Equatable, Sendable {
  /// 0 is the text's beginning, 1 its end.
  var across: Double
  /// The part of the text that stands at the given height.
  var vertical: Vertical

  enum Vertical: Sendable {
    case top, center, baseline, bottom
  }

  private init(_ across: Double, _ vertical: Vertical) {
    (self.across, self.vertical) = (across, vertical)
  }

  /// The middle of the capitals.
  public static let center = Anchor(0.5, .center)
  /// The beginning, at the middle of the capitals.
  public static let left = Anchor(0, .center)
  /// The end, at the middle of the capitals.
  public static let right = Anchor(1, .center)
  /// The middle of the upper edge.
  public static let top = Anchor(0.5, .top)
  /// The middle of the lower edge.
  public static let bottom = Anchor(0.5, .bottom)
  /// The beginning of the upper edge.
  public static let topLeft = Anchor(0, .top)
  /// The end of the upper edge.
  public static let topRight = Anchor(1, .top)
  /// The beginning of the lower edge.
  public static let bottomLeft = Anchor(0, .bottom)
  /// The end of the lower edge.
  public static let bottomRight = Anchor(1, .bottom)
  /// The beginning of the baseline.
  public static let baseline = Anchor(0, .baseline)
}

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
        .map(String.init), size: size)
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
  func firstBaseline(_ vertical: Anchor.Vertical) -> Double {
    let body = height - Font.descent * size
    switch vertical {
    case .top: return -Font.capHeight * size
    case .center: return body / 2 - Font.capHeight * size
    case .bottom: return height - Font.capHeight * size
    case .baseline: return 0
    }
  }

  /// The corners of the block: upper left, upper right, lower right, lower left.
  func corners(at point: Point, _ anchor: Anchor, _ direction: Point) -> [Point] {
    let down = direction.quarterTurn
    let top = -firstBaseline(anchor.vertical) - Font.capHeight * size
    let start = point + direction * (-anchor.across * width) + down * top
    let (across, along) = (direction * width, down * height)
    return [start, start + across, start + across + along, start + along]
  }
}

extension Canvas {
  /// The width in points of a text, that of its widest line.
  public static func width(of text: String, size: Double) -> Double {
    TextBlock(text, size: size).width
  }

  /// Writes a text of one or more lines, turned by an angle in degrees against the
  /// clock around its anchor.
  public mutating func text(
    _ text: String, at point: Point, size: Double = 11, color: Color = .black,
    anchor: Anchor = .center, angle: Double = 0
  ) {
    let direction = FixedMath.direction(degrees: -angle)
    draw(
      TextBlock(text, size: size), at: point, color: color, anchor: anchor,
      direction: Point(direction.cosine, direction.sine))
  }

  /// Writes a measured text that runs in a direction, a vector of length 1.
  mutating func draw(
    _ block: TextBlock, at point: Point, color: Color = .black, anchor: Anchor,
    direction: Point = Point(1, 0)
  ) {
    texts.append(block.corners(at: point, anchor, direction))
    let down = direction.quarterTurn
    var path = Path()
    for (i, line) in block.lines.enumerated() {
      let width = Font.width(of: line, size: block.size)
      let fall =
        Double(i) * Font.lineHeight * block.size
        - block.firstBaseline(anchor.vertical)
      var start = point + direction * (-anchor.across * width) + down * fall
      // A baseline between two rows of pixels gives level letters a sharp foot.
      if direction.y == 0 { start.y = (start.y * scale).rounded() / scale }
      path.append(
        Font.outline(of: line, size: block.size, at: start, direction: direction))
    }
    fill(path, color)
  }
}
