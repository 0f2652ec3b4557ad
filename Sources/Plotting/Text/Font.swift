/// The outlines, widths and kerning of DejaVu Sans, from the file that
/// `Sources/CDejaVu/make_font.py` made and describes.
enum Font {
  /// A character's outline in font units, y upwards, and its width.
  private struct Glyph {
    let advance: Double
    /// Where the outline begins in the file.
    let offset: Int
  }

  /// The height of a line of text, for a size of 1.
  static let lineHeight = 1.25
  /// How far letters reach below the baseline, for a size of 1.
  static let descent = -Double(file.signed(4)) / unitsPerEm
  /// The height of capitals, for a size of 1.
  static let capHeight = Double(file.signed(6)) / unitsPerEm

  private static let file = FontFile()
  private static let unitsPerEm = Double(file.unsigned(0))
  private static let glyphCount = file.unsigned(8)
  private static let pairCount = file.unsigned(10)
  private static let glyphs = 12
  private static let pairs = glyphs + 8 * glyphCount

  /// The width of a line of text in points.
  static func width(of text: String, size: Double) -> Double {
    var width = 0.0
    forEachGlyph(of: text) { _, _, end in width = end }
    return width * size / unitsPerEm
  }

  /// The outline of a line of text that begins at `origin` and runs in `direction`, a
  /// vector of length 1.
  static func outline(
    of text: String, size: Double, at origin: Point, direction: Point = Point(1, 0)
  ) -> Path {
    var path = Path()
    let right = direction * (size / unitsPerEm)
    let up = right.quarterTurn * -1
    forEachGlyph(of: text) { glyph, x, _ in
      append(glyph, to: &path) { origin + right * (x + $0) + up * $1 }
    }
    return path
  }

  /// Calls `body` with each glyph and where it begins and ends, in font units.
  private static func forEachGlyph(
    of text: String, _ body: (_ glyph: Glyph, _ start: Double, _ end: Double) -> Void
  ) {
    var x = 0.0
    var before: Int?
    for scalar in text.unicodeScalars {
      let code = Int(scalar.value)
      if let before { x += kerning(before, code) }
      let glyph = glyph(code)
      body(glyph, x, x + glyph.advance)
      x += glyph.advance
      before = code
    }
  }

  /// The glyph of a code point, or that of U+FFFD � where the font has none.
  private static func glyph(_ code: Int) -> Glyph {
    guard let place = search(glyphCount, { file.unsigned(glyphs + 8 * $0) - code })
    else {
      return glyph(0xFFFD)
    }
    let entry = glyphs + 8 * place
    return Glyph(
      advance: Double(file.unsigned(entry + 2)),
      offset: file.unsigned(entry + 4) | file.unsigned(entry + 6) << 16)
  }

  /// The change of the left one's advance where two code points meet.
  private static func kerning(_ left: Int, _ right: Int) -> Double {
    let place = search(pairCount) {
      let entry = pairs + 6 * $0
      let first = file.unsigned(entry) - left
      return first != 0 ? first : file.unsigned(entry + 2) - right
    }
    return place.map { Double(file.signed(pairs + 6 * $0 + 4)) } ?? 0
  }

  /// The index below `count` at which an ascending comparison gives zero.
  private static func search(_ count: Int, _ compare: (Int) -> Int) -> Int? {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      let order = compare(middle)
      if order == 0 { return middle }
      if order < 0 { low = middle + 1 } else { high = middle }
    }
    return nil
  }

  /// Adds a glyph's contours: quadratic curves, where two control points in a row have
  /// a point of the curve in their middle.
  private static func append(
    _ glyph: Glyph, to path: inout Path, placed place: (Double, Double) -> Point
  ) {
    var offset = glyph.offset
    let contourCount = file.unsigned(offset)
    offset += 2
    for _ in 0..<contourCount {
      let count = file.unsigned(offset)
      offset += 2
      var control: Point?
      var start: Point?
      for i in 0..<count {
        let x = file.signed(offset + 4 * i)
        let point = place(Double(x >> 1), Double(file.signed(offset + 4 * i + 2)))
        if start == nil {
          // A contour begins on its curve.
          path.move(to: point)
          start = point
        } else if x & 1 == 0 {
          if let control { path.curve(to: (control + point) * 0.5, control: control) }
          control = point
        } else if let bend = control {
          path.curve(to: point, control: bend)
          control = nil
        } else {
          path.line(to: point)
        }
      }
      if let control, let start { path.curve(to: start, control: control) }
      path.close()
      offset += 4 * count
    }
  }
}
