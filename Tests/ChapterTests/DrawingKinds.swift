import Foundation
import TestSupport

/// The drawings that `draw_kinds.py` made from training images, four of each kind.
enum DrawingKinds {
  /// How many of four `predict` reads right: 75 in all, of which the book tells.
  static let readOfFour = [
    "compressed": 4, "dark-corners": 4, "dark-on-light": 4, "dark-table": 3, "dust": 4,
    "far-corner": 4, "frame-at-edge": 4, "frame-inside": 4, "hand": 4, "lying": 4,
    "off-center": 4, "red-on-green": 4, "ruled": 4, "ruled-dark": 4, "shadow-35": 4,
    "shadow-55": 4, "small": 4, "squared": 4, "transparent": 4,
  ]

  /// How many of all that hold a digit the document's network reads right.
  static let readByDocument = 66

  /// The files by their names: a kind, a number, and the digit or `none`.
  static func all() throws -> [(kind: String, label: String, file: String)] {
    let folder = fixture("drawings/kinds").path
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
      let words = $0.dropLast(".png".count).split(separator: "-")
      return (
        words.dropLast(2).joined(separator: "-"), String(words.last!), "\(folder)/\($0)"
      )
    }
  }
}
