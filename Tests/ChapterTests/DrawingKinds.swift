import Foundation
import TestSupport

/// The drawings that `draw_kinds.py` made from training images, four of each kind.
enum DrawingKinds {
  /// How many of four the network reads that the document's run trains.
  static let readOfFour = [
    "compressed": 4, "dark-corners": 2, "dark-on-light": 4, "dark-table": 3, "dust": 2,
    "far-corner": 4, "frame-at-edge": 4, "frame-inside": 4, "hand": 4, "lying": 4,
    "off-center": 4, "red-on-green": 3, "ruled": 4, "ruled-dark": 3, "shadow-35": 3,
    "shadow-55": 2, "small": 4, "squared": 4, "transparent": 4,
  ]

  /// The files by their names: a kind, a number, and the digit or `none`.
  static func all() throws -> [(kind: String, label: String, file: String)] {
    let folder = "\(package.path)/Tests/ChapterTests/Fixtures/drawings/kinds"
    return try FileManager.default.contentsOfDirectory(atPath: folder).sorted().map {
      let words = $0.dropLast(".png".count).split(separator: "-")
      return (
        words.dropLast(2).joined(separator: "-"), String(words.last!), "\(folder)/\($0)"
      )
    }
  }
}
