/// A picture in which no digit is found, or two.
public struct DrawingError: Error, Equatable, CustomStringConvertible {
  /// One line: `blank.png: expected a drawing that differs … found 3`.
  public let description: String

  init(file: String, finding: Finding, factor: Int) {
    switch finding {
    case .nothing(let contrast, let least):
      description =
        "\(file): expected a drawing that differs from its ground by \(least) or more of "
        + "255 shades, found \(contrast)"
    case .specks(let count):
      description = "\(file): expected a digit, found \(count) specks and no strokes"
    case .twoDigits(let first, let second):
      func place(_ piece: Component) -> String {
        let (rows, columns) = (piece.rows, piece.columns)
        return "\(columns.count * factor) × \(rows.count * factor) pixels at "
          + "(\(columns.lowerBound * factor), \(rows.lowerBound * factor))"
      }
      description =
        "\(file): expected one digit, found two: \(place(first)) and \(place(second))"
    }
  }
}

/// Why there is no digit.
enum Finding: Error {
  case nothing(contrast: Int, least: Int)
  case specks(count: Int)
  case twoDigits(Component, Component)
}
