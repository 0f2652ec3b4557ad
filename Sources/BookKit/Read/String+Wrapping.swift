extension String {
  /// The text in lines of so many columns, where it has words of Chinese: they take two
  /// columns each, and a line may end behind any of them, though not before a sign that
  /// ends something nor behind one that begins it.
  func wrapped(to width: Int) -> [String] {
    guard !hasPrefix("|"), contains(where: \.isWide), columns > width else {
      return [self]
    }
    var lines: [String] = []
    var rest = Array(self)
    while String(rest).columns > width {
      var (columns, end, index) = (0, 0, 0)
      while index + 1 < rest.count {
        columns += rest[index].isWide ? 2 : 1
        if columns > width { break }
        let (this, next) = (rest[index], rest[index + 1])
        let isBreak = this == " " || this.isWide || next.isWide
        if isBreak, next != " ", !"，。、；：？！）”》…—".contains(next), !"（“《".contains(this) {
          end = index + 1
        }
        index += 1
      }
      if end == 0 { end = max(1, index) }
      lines.append(String(rest[..<end]))
      rest.removeFirst(end)
    }
    return lines + [String(rest)]
  }
}
