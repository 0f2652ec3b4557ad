/// A line of a text file.
struct Line: Equatable, Sendable {
  /// The line without its end.
  var text: String
  /// `"\n"`, `"\r\n"`, or nothing at the end of a file that lacks it.
  var ending: String

  /// The lines of a text: joined they are the text again, to the byte.
  static func all(of text: String) -> [Line] {
    var lines: [Line] = []
    var rest = text.utf8[...]
    while !rest.isEmpty {
      let end = rest.firstIndex(of: UInt8(ascii: "\n"))
      var line = rest[..<(end ?? rest.endIndex)]
      var ending = end == nil ? "" : "\n"
      if end != nil, line.last == UInt8(ascii: "\r") {
        line.removeLast()
        ending = "\r\n"
      }
      lines.append(Line(text: String(Substring(line)), ending: ending))
      rest = end.map { rest[rest.index(after: $0)...] } ?? rest[rest.endIndex...]
    }
    return lines
  }

  /// By bytes: strings would take two ways to write `é` for the same.
  static func == (a: Line, b: Line) -> Bool {
    a.text.utf8.elementsEqual(b.text.utf8) && a.ending == b.ending
  }

}

extension [Line] {
  /// The text of the lines.
  var joined: String { reduce(into: "") { $0 += $1.text + $1.ending } }
}
