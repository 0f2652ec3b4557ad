extension Plane {
  /// The contrast without the lines of ruled or squared paper: thin rows and columns that
  /// stand out over their whole length. Where a stroke is blacker than the line it
  /// crosses, it stays.
  func withoutRuling(above noise: Int) -> Plane {
    withoutLines(above: noise).transposed.withoutLines(above: noise).transposed
  }

  private func withoutLines(above noise: Int) -> Plane {
    // The contrast of a line, or 0: in a line four fifths of the pixels stand out.
    let lines = (0..<height).map { row in
      let shades = values[row * width..<(row + 1) * width].sorted()
      return shades[width / 5] > max(noise, 8) ? Int(shades[width / 2]) : 0
    }
    var result = self
    var top = 0
    while let start = lines[top...].firstIndex(where: { $0 > 0 }) {
      let end = lines[start...].firstIndex(of: 0) ?? height
      // A thicker one is the bar of a five or a seven that fills the picture.
      if end - start <= max(2, height / 32) {
        for i in start * width..<end * width {
          let line = lines[i / width]
          if Int(values[i]) <= line + max(noise, line / 4) { result.values[i] = 0 }
        }
      }
      top = end
    }
    return result
  }
}
