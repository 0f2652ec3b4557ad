import Files
import Foundation

/// The protocols by which terminals show a PNG file as it is.
public enum TerminalPicture: Sendable {
  /// The graphics protocol of kitty.
  case kitty
  /// The inline images of iTerm2.
  case iterm

  /// The protocol of the terminal that the environment speaks of; nil for none.
  public init?(environment: [String: String]) {
    let (term, program) = (environment["TERM"] ?? "", environment["TERM_PROGRAM"] ?? "")
    // tmux and screen keep pictures from the terminal.
    if environment["TMUX"] != nil || environment["STY"] != nil || term == "dumb" {
      return nil
    }
    if environment["KITTY_WINDOW_ID"] != nil || term.contains("kitty")
      || term.contains("ghostty")
    {
      self = .kitty
    } else if program == "iTerm.app" || program == "WezTerm" {
      self = .iterm
    } else {
      return nil
    }
  }

  /// What shows the picture of the workspace, as wide as it is.
  public func sequence(of path: String, in workspace: Workspace) throws -> String {
    let bytes = try readWhole(workspace.location(path), limit: 1 << 26)
    let data = Data(bytes).base64EncodedString()
    switch self {
    case .kitty: return Self.kitty(Array(data.utf8))
    case .iterm: return "\u{1B}]1337;File=inline=1:\(data)\u{07}"
    }
  }

  /// In pieces of 4096 characters, as the protocol wants it.
  private static func kitty(_ data: [UInt8]) -> String {
    stride(from: 0, to: data.count, by: 4096).map { start in
      let piece = data[start..<min(start + 4096, data.count)]
      let keys = start == 0 ? "a=T,f=100,q=2," : ""
      let more = piece.endIndex < data.count ? 1 : 0
      return
        "\u{1B}_G\(keys)m=\(more);\(String(decoding: piece, as: UTF8.self))\u{1B}\\"
    }.joined()
  }
}
