extension Strokes {
  /// The pieces of the digit: that with the most ink and what belongs to it.
  ///
  /// What spans the border (the edge of a table) and frames are not looked at, unless
  /// nothing else is there that has a sixteenth of their size.
  func digit(noise: Int) throws(Finding) -> [Component] {
    let size = pieces.map { $0.longerSide }.max()!
    func without(
      _ isNone: (Component) -> Bool, of pieces: [Component]
    ) -> [Component] {
      let rest = pieces.filter { !isNone($0) }
      return rest.contains { 16 * $0.longerSide >= size } ? rest : pieces
    }
    var others = without({ $0.spansBorder(of: contrast) }, of: pieces)
    others = without({ $0.isFrame(in: contrast) }, of: others)
    let main = others.remove(
      at: others.indices.max { others[$0].mass < others[$1].mass }!)

    // Grain is in a great many pieces, and they stand out from its mean by little.
    if 32 * main.mass < pieces.mass
      || 5 * main.mass < Int64(7 * noise) * Int64(main.pixels.count)
    {
      throw .specks(count: pieces.count)
    }

    // A broken five has its bar not far from its belly; dust is not worth a thirtieth.
    var (parts, box) = ([main], main)
    func isLarge(_ piece: Component) -> Bool {
      2 * piece.longerSide >= main.longerSide && 12 * piece.mass >= main.mass
    }
    func belongs(_ piece: Component) -> Bool {
      // Digits stand beside each other and are of a height.
      let isNext =
        2 * piece.rows.count >= box.rows.count && !piece.columns.overlaps(box.columns)
      return piece.gap(to: box) <= box.longerSide / (isNext ? 8 : 3)
        && 32 * piece.mass >= main.mass
    }
    while let next = others.firstIndex(where: belongs) {
      let part = others.remove(at: next)
      box.extend(to: part.rows, part.columns)
      parts.append(part)
    }
    if let other = others.first(where: isLarge) { throw .twoDigits(box, other) }
    return parts
  }
}

extension Component {
  /// Whether it goes from border to opposite border or lies along half of one.
  func spansBorder(of plane: Plane) -> Bool {
    func count(_ isAtBorder: (_ row: Int, _ column: Int) -> Bool) -> Int {
      pixels.count { isAtBorder($0 / plane.width, $0 % plane.width) }
    }
    let top = count { row, _ in row == 0 }
    let bottom = count { row, _ in row == plane.height - 1 }
    let left = count { _, column in column == 0 }
    let right = count { _, column in column == plane.width - 1 }
    return top > 0 && bottom > 0 || left > 0 && right > 0
      || 2 * max(top, bottom) >= plane.width || 2 * max(left, right) >= plane.height
  }

  /// Whether it has ink along three quarters of each side of its box.
  fileprivate func isFrame(in plane: Plane) -> Bool {
    var sides = [Set<Int>](repeating: [], count: 4)
    for pixel in pixels {
      let (row, column) = (pixel / plane.width, pixel % plane.width)
      // Within a sixteenth: a frame may lean a little.
      if 16 * (column - columns.lowerBound) <= columns.count { sides[0].insert(row) }
      if 16 * (columns.upperBound - 1 - column) <= columns.count {
        sides[1].insert(row)
      }
      if 16 * (row - rows.lowerBound) <= rows.count { sides[2].insert(column) }
      if 16 * (rows.upperBound - 1 - row) <= rows.count { sides[3].insert(column) }
    }
    return 4 * min(sides[0].count, sides[1].count) >= 3 * rows.count
      && 4 * min(sides[2].count, sides[3].count) >= 3 * columns.count
  }

  /// The pixels between its box and another one.
  fileprivate func gap(to other: Component) -> Int {
    max(
      rows.lowerBound - other.rows.upperBound, other.rows.lowerBound - rows.upperBound,
      columns.lowerBound - other.columns.upperBound,
      other.columns.lowerBound - columns.upperBound, 0)
  }
}
