/// The texts of an array's scalars in nested brackets, a row a line, with blank lines
/// between matrices and long rows broken at the width.
struct BracketLayout {
  let shown: ShownPositions
  /// The texts of the shown scalars, in row-major order.
  var words: IndexingIterator<[String]>
  /// What follows each element but the last, before its space.
  let separator: String
  /// The columns before the first element of the outermost axis.
  let indent: Int
  /// The columns a line may have.
  let width: Int

  /// The text of the next block along the axis: of the whole array, along axis 0.
  mutating func block(axis: Int = 0) -> String {
    let remaining = shown.axes.count - 1 - axis
    if remaining == 0 { return row() }
    var items: [String] = []
    for position in shown.axes[axis] {
      items.append(position == nil ? "..." : block(axis: axis + 1))
    }
    let lineBreak = String(repeating: "\n", count: remaining)
    let hanging = String(repeating: " ", count: indent + axis)
    return "[" + items.joined(separator: separator + lineBreak + hanging) + "]"
  }

  /// The text of the next row along the last axis.
  private mutating func row() -> String {
    let axis = shown.axes.count - 1
    let start = indent + axis
    // Room for the brackets of all axes, or for one separator in place of the last.
    let limit = width - axis - 1
    var text = "["
    var column = start
    for (index, position) in shown.axes[axis].enumerated() {
      let word = position == nil ? "..." : words.next()!
      if index > 0 {
        text += separator
        column += separator.utf8.count + 1
        if column + word.utf8.count > limit {
          while text.last == " " { text.removeLast() }
          text += "\n" + String(repeating: " ", count: start)
          column = start
        } else {
          text += " "
        }
      }
      text += word
      column += word.utf8.count
    }
    return text + "]"
  }
}
