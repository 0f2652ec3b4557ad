import Foundation
import Plotting

/// The ways in which terminals show pictures.
public enum TerminalPicture: String, CaseIterable, Sendable {
  /// The graphics protocol of kitty, which takes PNG as it is.
  case kitty
  /// The inline images of iTerm2, which takes PNG too.
  case iterm
  /// Sixels, rows of six pixels for each of up to 256 colours.
  case sixel
  /// None: the picture's path is shown.
  case none

  /// What the environment says of the terminal; nil where it does not. The variable
  /// `BOOK_PICTURES` overrides all else.
  static func named(by environment: [String: String]) -> TerminalPicture? {
    if let name = environment["BOOK_PICTURES"] {
      return TerminalPicture(rawValue: name)
    }
    // tmux and screen keep pictures from the terminal.
    if environment["TMUX"] != nil || environment["STY"] != nil {
      return TerminalPicture.none
    }
    let (term, program) = (environment["TERM"] ?? "", environment["TERM_PROGRAM"] ?? "")
    if environment["KITTY_WINDOW_ID"] != nil || term.contains("kitty")
      || term.contains("ghostty") || program == "ghostty"
    {
      return .kitty
    }
    if program == "iTerm.app" || program == "WezTerm" { return .iterm }
    if term == "dumb" || program == "Apple_Terminal" { return TerminalPicture.none }
    return nil
  }

  /// What shows the picture of the file, `columns` cells of the given width wide.
  func sequence(_ path: String, columns: Int, cellWidth: Int) throws -> String {
    switch self {
    case .kitty: return Self.kitty(try Self.base64(path), columns: columns)
    case .iterm:
      return "\u{1B}]1337;File=inline=1;width=\(columns);preserveAspectRatio=1:"
        + (try Self.base64(path)) + "\u{07}"
    case .sixel:
      let image = try Image(contentsOf: path).narrowed(to: columns * cellWidth)
      return Sixels(image).description
    case .none: return ""
    }
  }

  private static func base64(_ path: String) throws -> String {
    try Data(contentsOf: URL(fileURLWithPath: path)).base64EncodedString()
  }

  /// In pieces of 4096 characters, as the protocol wants it.
  private static func kitty(_ data: String, columns: Int) -> String {
    let bytes = Array(data.utf8)
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 4096) {
      let piece = bytes[start..<min(start + 4096, bytes.count)]
      let keys = start == 0 ? "a=T,f=100,q=2,c=\(columns)," : ""
      let more = piece.endIndex < bytes.count ? 1 : 0
      text +=
        "\u{1B}_G\(keys)m=\(more);\(String(decoding: piece, as: UTF8.self))\u{1B}\\"
    }
    return text
  }
}

extension Image {
  /// The image at most so many pixels wide, each the mean of those it stands for, on
  /// white.
  func narrowed(to limit: Int) -> Image {
    let newWidth = min(width, max(limit, 1))
    let newHeight = max(1, height * newWidth / width)
    var bytes: [UInt8] = []
    bytes.reserveCapacity(newWidth * newHeight * 3)
    for row in 0..<newHeight {
      let rows =
        row * height
        / newHeight..<max(
          (row + 1) * height / newHeight, row * height / newHeight + 1)
      for column in 0..<newWidth {
        let columns =
          column * width
          / newWidth..<max(
            (column + 1) * width / newWidth, column * width / newWidth + 1)
        var sums = (red: 0, green: 0, blue: 0)
        for y in rows {
          for x in columns {
            let color = self[x, y]
            let alpha = Int(color.alpha)
            sums.red += Int(color.red) * alpha + 255 * (255 - alpha)
            sums.green += Int(color.green) * alpha + 255 * (255 - alpha)
            sums.blue += Int(color.blue) * alpha + 255 * (255 - alpha)
          }
        }
        let total = rows.count * columns.count * 255
        bytes += [sums.red, sums.green, sums.blue].map {
          UInt8(($0 + total / 2) / total)
        }
      }
    }
    return Image(width: newWidth, height: newHeight, channels: .rgb, pixels: bytes)
  }
}
